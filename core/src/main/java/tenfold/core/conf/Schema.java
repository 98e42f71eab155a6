package tenfold.core.conf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one list of known settings: every block's keys in the order in which they are printed. */
final class Schema {

  /**
   * The keys of one block.
   *
   * @param available what may be set
   * @param later what is known and refused by name, because nothing acts on it yet
   * @param instead what a user of the latter can do
   */
  record Keys(List<String> available, List<String> later, String instead) {
    static Keys of(String... available) {
      return new Keys(List.of(available), List.of(), "");
    }
  }

  private static final Map<String, Keys> BLOCKS = blocks();

  private Schema() {}

  private static Map<String, Keys> blocks() {
    Map<String, Keys> out = new LinkedHashMap<>();
    out.put(
        "",
        Keys.of(
            "name",
            "data",
            "split",
            "models",
            "engine",
            "select",
            "baseline",
            "diagnose",
            "output"));
    out.put(
        "data",
        Keys.of(
            "path",
            "options",
            "target",
            "task",
            "positive",
            "id",
            "ignore",
            "weight",
            "categorical",
            "missing"));
    out.put(
        "split",
        Keys.of(
            "test",
            "folds",
            "cv",
            "seed",
            "repeats",
            "stratify",
            "group",
            "duplicates",
            "order-by",
            "fold-column"));
    out.put("models", Families.keys());
    for (Families.Block family : Families.ALL) {
      String path = "models." + family.key();
      out.put(path, family.keys());
      family.blocks().forEach((key, keys) -> out.put(path + "." + key, keys));
    }
    out.put("select", Keys.of("by", "rule"));
    out.put("baseline", Keys.of("j", "source"));
    out.put(
        "diagnose",
        new Keys(
            List.of(), List.of("learning-curve", "threshold", "groups", "traits"), "leave it out"));
    out.put("output", Keys.of("runs"));
    return out;
  }

  /** The keys of the block at {@code path}; of the whole configuration where it is empty. */
  static Keys keys(String path) {
    return BLOCKS.get(path);
  }

  /** What to tell a user who wrote {@code key} in that block, where it is not known. */
  static String advice(String path, String key) {
    List<String> available = keys(path).available();
    return nearest(path, key)
        .map(meant -> "did you mean %s? (%s)".formatted(meant, String.join(", ", available)))
        .orElseGet(() -> "use " + Words.or(available));
  }

  /** The known key that was probably meant: near by in the same block, or the same in another. */
  private static Optional<String> nearest(String path, String key) {
    List<String> here = new ArrayList<>(keys(path).available());
    here.addAll(keys(path).later());
    return Spelling.nearest(key, here).or(() -> elsewhere(key));
  }

  private static Optional<String> elsewhere(String key) {
    return BLOCKS.entrySet().stream()
        .filter(block -> !block.getKey().isEmpty())
        .flatMap(
            block ->
                block.getValue().available().stream()
                    .filter(known -> Spelling.distance(known, key) == 0)
                    .map(known -> block.getKey() + "." + known))
        .findFirst();
  }
}
