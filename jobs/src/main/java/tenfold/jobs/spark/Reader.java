package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.core.data.DataException;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;

/**
 * Reads data into blocks.
 *
 * <p>Types of text are guessed from the first rows and verified by the one pass over all of them.
 * Only where the guess was wrong are the data read again, so types never depend on which rows the
 * sample had: a column holds numbers if every value of it is one.
 */
public final class Reader {

  private final SparkSession spark;

  /** A reader on {@code spark}. */
  public Reader(SparkSession spark) {
    this.spark = spark;
  }

  /** Reads what {@code data.path} names. Throws {@link DataException} if it cannot be used. */
  public Reading read(DataSettings data, Split split) {
    return Jobs.of(
        spark.sparkContext(),
        "reading",
        () -> read(new Source(spark, data.paths(), data.options()).open(), data, split));
  }

  /** Takes rows that a program has. Throws {@link DataException} if they cannot be used. */
  public Reading read(Dataset<Row> rows, DataSettings data, Split split) {
    return Jobs.of(
        spark.sparkContext(),
        "reading",
        () -> read(Frame.ofTypes(rows, "the data set"), data, split));
  }

  /**
   * Returns rows as they are, for predictions; csv cells are texts. {@code options} as for a sweep.
   */
  public Dataset<Row> rows(String path, Map<String, Object> options) {
    return new Source(spark, List.of(path), options).dataset();
  }

  private Reading read(Frame frame, DataSettings data, Split split) {
    List<Frame> frames = new ArrayList<>(List.of(frame));
    if (split.test() instanceof Split.Test.File file) {
      frames.add(testFrame(file.path(), frame, data));
    }
    Layouts layouts = new Layouts(frame, data, split);
    Pass pass = Pass.over(frames, layouts.of(Set.of(), Optional.empty()));
    Map<String, String> names = pass.texts();
    Task task = pass.task(data);
    if (!names.isEmpty() || task != pass.layout().schema().task()) {
      pass.drop();
      pass = Pass.over(frames, layouts.of(names.keySet(), Optional.of(task)));
    }
    try {
      pass.check(data);
    } catch (DataException e) {
      pass.drop();
      throw e;
    }
    return pass.reading(notes(layouts, names, data, pass.main().target()));
  }

  private Frame testFrame(String path, Frame main, DataSettings data) {
    Frame test = new Source(spark, List.of(path), data.options()).open();
    if (!test.columns().equals(main.columns())) {
      throw new DataException(
          "split.test: %s has columns %s, but the data have %s; both need the same, in the same order"
              .formatted(path, test.columns(), main.columns()));
    }
    return test;
  }

  private static List<String> notes(
      Layouts layouts, Map<String, String> names, DataSettings data, TargetFacts target) {
    List<String> notes = new ArrayList<>(layouts.notes());
    names.forEach((column, example) -> notes.add(Layouts.NAMES.formatted(column, example)));
    if (data.task().isEmpty()) {
      notes.add(
          "the task is %s: the target '%s' %s (data.task = %s would change that)"
              .formatted(
                  key(target.task()),
                  data.target(),
                  target.why(),
                  key(target.task() == Task.REGRESSION ? Task.CLASSIFICATION : Task.REGRESSION)));
    }
    return notes;
  }

  private static String key(Task task) {
    return task.name().toLowerCase(Locale.ROOT);
  }
}
