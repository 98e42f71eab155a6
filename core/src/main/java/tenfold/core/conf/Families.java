package tenfold.core.conf;

import java.util.List;

/** The families of models that a sweep can have, in the order in which ties go. */
final class Families {

  /** How the block of one family is read. */
  interface Block {

    /** Its key under {@code models}. */
    String key();

    /** The keys of its block. */
    Schema.Keys keys();

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
          new BoostBlock());

  private static final List<String> LATER = List.of("network");

  private Families() {}

  static Schema.Keys keys() {
    List<String> available = ALL.stream().map(Block::key).toList();
    return new Schema.Keys(available, LATER, "this version has " + String.join(", ", available));
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
