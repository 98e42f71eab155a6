package tenfold.core.conf;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.core.data.DataSettings;

/** Reads {@code data}. */
final class DataBlock {

  private DataBlock() {}

  static DataSettings read(Section block) {
    List<String> paths =
        block.required("path", DataBlock::paths, "the file, directory or glob to read");
    List<String> targets = Targets.read(block);
    return new DataSettings(
        paths,
        block.read("options", Options::read, Map.of()),
        targets,
        Targets.task(block, targets),
        Targets.positive(block, targets),
        columns(block, "id"),
        columns(block, "ignore"),
        column(block, "weight"),
        Collections.unmodifiableSet(new LinkedHashSet<>(columns(block, "categorical"))),
        block.read(
            "missing", s -> s.word(DataSettings.Missing.class), DataSettings.Missing.IMPUTE));
  }

  /** The columns that a setting names; none where it is left out or null. */
  static List<String> columns(Section block, String key) {
    return block.read(
        key,
        s ->
            s.absent()
                ? List.of()
                : Lists.texts(s, "the name of a column in quotes, or a list of names"),
        List.of());
  }

  /** The column that a setting names, if any. */
  static Optional<String> column(Section block, String key) {
    return block.optional(key, DataBlock::column);
  }

  private static String column(Setting setting) {
    return setting.text("the name of a column in quotes");
  }

  private static List<String> paths(Setting setting) {
    String use = "a path in quotes, or a list of paths";
    List<String> paths = Lists.texts(setting, use);
    if (paths.isEmpty()) {
      throw setting.wrong(use);
    }
    return paths;
  }
}
