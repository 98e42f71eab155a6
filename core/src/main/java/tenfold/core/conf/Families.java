package tenfold.core.conf;

import java.util.List;
import java.util.Map;

/** The families of models that a sweep can have, in the order in which ties go. */
final class Families {

  /** How the block of one family is read. */
  interface Block {

    /** Its key under {@code models}. */
    String key();

    /** The keys of its block. */
    Schema.Keys keys();

    /** The keys of the blocks inside it, by their own keys. */
    default Map<String, Schema.Keys> blocks() {
      return Map.of();
    }

    /** Reads the block to the family's grid. */
    Record read(Section block);
  }

  /** A new family is one line here. */
  static final List<Block> ALL =
      List.of(
          new RidgeBlock(),
          new LogisticBlock(),
          new TreeBlock(),
          new ForestBlock(),
          new BoostBlock(),
          new NetworkBlock());

  private Families() {}

  static Schema.Keys keys() {
    return new Schema.Keys(ALL.stream().map(Block::key).toList(), List.of(), "");
  }

  /** The grids of the families that the block {@code models} names, at least one. */
  static List<Record> read(Section root) {
    Section models = root.block("models");
    List<Record> grids =
        ALL.stream()
            .flatMap(family -> models.optionalBlock(family.key()).map(family::read).stream())
            .toList();
    if (grids.isEmpty()) {
      throw root.error(
          "models", "names no family; use ridge { degree = \"1..3\", lambda = [0.1, 1, 10] }");
    }
    return grids;
  }
}
