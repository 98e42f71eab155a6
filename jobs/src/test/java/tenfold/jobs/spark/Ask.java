package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;
import tenfold.jobs.Local;

/** A question to the reader: settings, all left at their defaults but those that a test sets. */
final class Ask {

  private final List<String> paths;
  private final Map<String, Object> options = new HashMap<>();
  private String target = "y";
  private Optional<Task> task = Optional.of(Task.REGRESSION);
  private List<String> id = List.of();
  private List<String> ignore = List.of();
  private Optional<String> weight = Optional.empty();
  private Set<String> categorical = Set.of();
  private DataSettings.Missing missing = DataSettings.Missing.IMPUTE;
  private Split.Test test = new Split.Test.Share(0.2);
  private List<String> group = List.of();
  private Optional<String> orderBy = Optional.empty();
  private Optional<String> foldColumn = Optional.empty();

  private Ask(List<String> paths) {
    this.paths = paths;
  }

  static Ask of(Object... paths) {
    return new Ask(Arrays.stream(paths).map(Object::toString).toList());
  }

  /** Asks for a new file that holds the lines. */
  static Ask lines(Path directory, String name, String... lines) {
    return of(write(directory.resolve(name), String.join("\n", lines) + "\n"));
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ask target(String column) {
    target = column;
    return this;
  }

  Ask task(Task known) {
    task = Optional.of(known);
    return this;
  }

  /** Leaves the task to be told from the data. */
  Ask anyTask() {
    task = Optional.empty();
    return this;
  }

  Ask option(String key, Object value) {
    options.put(key, value);
    return this;
  }

  Ask id(String... columns) {
    id = List.of(columns);
    return this;
  }

  Ask ignore(String... columns) {
    ignore = List.of(columns);
    return this;
  }

  Ask weight(String column) {
    weight = Optional.of(column);
    return this;
  }

  Ask categorical(String... columns) {
    categorical = Set.of(columns);
    return this;
  }

  Ask failOnMissing() {
    missing = DataSettings.Missing.FAIL;
    return this;
  }

  Ask testFile(Path file) {
    test = new Split.Test.File(file.toString());
    return this;
  }

  Ask group(String... columns) {
    group = List.of(columns);
    return this;
  }

  Ask orderBy(String column) {
    orderBy = Optional.of(column);
    return this;
  }

  Ask foldColumn(String column) {
    foldColumn = Optional.of(column);
    return this;
  }

  Reading read() {
    return new Reader(Local.spark()).read(data(), split());
  }

  Reading read(Dataset<Row> rows) {
    return new Reader(Local.spark()).read(rows, data(), split());
  }

  /** The message with which the data refuse. */
  String refusal() {
    return catchThrowableOfType(DataException.class, () -> read().close()).getMessage();
  }

  /** The message with which these rows refuse. */
  String refusal(Dataset<Row> rows) {
    return catchThrowableOfType(DataException.class, () -> read(rows).close()).getMessage();
  }

  private DataSettings data() {
    return new DataSettings(
        paths,
        options,
        List.of(target),
        task,
        Optional.empty(),
        id,
        ignore,
        weight,
        categorical,
        missing);
  }

  private Split split() {
    return new Split(
        test,
        new Split.Scheme.KFold(2),
        new Seed(1),
        1,
        Optional.empty(),
        group,
        Split.Duplicates.TOGETHER,
        orderBy,
        foldColumn);
  }

  /** The values of a number column, in the order of reading. */
  static List<Double> numbers(Reading reading, String column) {
    int j = reading.schema().numbers().indexOf(column);
    List<Double> out = new ArrayList<>();
    for (Block block : reading.blocks().collect()) {
      Arrays.stream(block.numbers(j)).forEach(out::add);
    }
    return out;
  }

  /** The values of a name column, in the order of reading. */
  static List<String> names(Reading reading, String column) {
    int j = reading.schema().names().indexOf(column);
    List<String> out = new ArrayList<>();
    for (Block block : reading.blocks().collect()) {
      Arrays.stream(block.codes(j)).forEach(c -> out.add(c < 0 ? null : block.levels(j)[c]));
    }
    return out;
  }

  /** The targets, labels as text and numbers as numbers, in the order of reading. */
  static List<Object> targets(Reading reading) {
    List<Object> out = new ArrayList<>();
    for (Block block : reading.blocks().collect()) {
      for (double y : block.target()) {
        out.add(block.labels() == null ? (Object) y : block.labels()[(int) y]);
      }
    }
    return out;
  }
}
