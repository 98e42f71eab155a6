package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
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
    return read(new Source(spark, data.paths(), data.options()).open(), data, split);
  }

  /** Takes rows that a program has. Throws {@link DataException} if they cannot be used. */
  public Reading read(Dataset<Row> rows, DataSettings data, Split split) {
    return read(Frame.ofTypes(rows, "the data set"), data, split);
  }

  /** Returns the rows of a file or directory as they are, for predictions; csv cells are texts. */
  public Dataset<Row> rows(String path) {
    return new Source(spark, List.of(path), Map.of()).dataset();
  }

  private Reading read(Frame frame, DataSettings data, Split split) {
    List<Frame> frames = new ArrayList<>(List.of(frame));
    if (split.test() instanceof Split.Test.File file) {
      frames.add(new Source(spark, List.of(file.path()), data.options()).open());
      if (!frames.get(1).columns().equals(frame.columns())) {
        throw new DataException(
            "split.test: %s has columns %s, but the data have %s; both need the same, in the same order"
                .formatted(file.path(), frames.get(1).columns(), frame.columns()));
      }
    }
    Layouts layouts = new Layouts(frame, data, split);
    Set<String> names = new HashSet<>();
    Optional<Task> task = data.task();
    List<String> notes = new ArrayList<>();
    while (true) {
      Layout layout = layouts.of(names, task);
      List<JavaRDD<Chunk>> chunks = frames.stream().map(f -> chunks(f, layout)).toList();
      List<Scan> scans =
          IntStream.range(0, chunks.size())
              .mapToObj(i -> scan(chunks.get(i), frames.get(i)))
              .toList();
      Map<String, String> texts = new TreeMap<>(scans.get(0).texts());
      scans.forEach(s -> s.texts().forEach(texts::putIfAbsent));
      Task told = data.task().orElse(scans.get(0).target().task());
      if (texts.isEmpty() && told == layout.schema().task()) {
        for (int i = 0; i < scans.size(); i++) {
          check(scans.get(i), frames.get(i), data, i == 0);
        }
        if (data.task().isEmpty()) {
          notes.add(
              "the task is %s: of the target '%s', %s (data.task says otherwise)"
                  .formatted(
                      told.name().toLowerCase(Locale.ROOT),
                      data.target(),
                      scans.get(0).target().why()));
        }
        Optional<Reading> test =
            chunks.size() == 1
                ? Optional.empty()
                : Optional.of(
                    new Reading(
                        layout.schema(), chunks.get(1), scans.get(1), List.of(), Optional.empty()));
        return new Reading(layout.schema(), chunks.get(0), scans.get(0), notes, test);
      }
      chunks.forEach(c -> c.unpersist(false));
      texts.forEach(
          (column, example) ->
              notes.add(
                  "column '%s' is taken as names, since '%s' is no number; if that stands for a missing value, add it to data.options.null"
                      .formatted(column, example)));
      names.addAll(texts.keySet());
      task = Optional.of(told);
    }
  }

  private static JavaRDD<Chunk> chunks(Frame frame, Layout layout) {
    RowReader reader = new RowReader(layout);
    return frame
        .rows()
        .mapPartitionsWithIndex(reader::read, true)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** The one job that reads: fills the cache and tells what was found. */
  private static Scan scan(JavaRDD<Chunk> chunks, Frame frame) {
    chunks.context().setJobDescription("reading");
    try {
      Scan found =
          chunks
              .mapPartitions(
                  part -> {
                    Scan all = new Scan();
                    part.forEachRemaining(chunk -> all.merge(chunk.scan()));
                    return List.of(all).iterator();
                  })
              .collect()
              .stream()
              .reduce(new Scan(), Scan::merge);
      if (found.misfit() != null) {
        throw CsvFiles.refusal(found.misfit(), chunks.context().hadoopConfiguration());
      }
      return found;
    } catch (Exception e) {
      throw Refusals.of(e, frame.where());
    } finally {
      chunks.context().setJobDescription(null);
    }
  }

  private static void check(Scan scan, Frame frame, DataSettings data, boolean main) {
    if (scan.rows() == 0) {
      throw new DataException(
          "%s has a header but no rows; at least one is needed to train on"
              .formatted(frame.where()));
    }
    if (scan.fault() != null) {
      throw new DataException("%s, %s".formatted(frame.where(), scan.fault()));
    }
    if (scan.mixedTimes()) {
      throw new DataException(
          "%s: the column of split.order-by mixes numbers with dates; write all one way"
              .formatted(frame.where()));
    }
    if (data.missing() == DataSettings.Missing.FAIL && !scan.missing().isEmpty()) {
      Map.Entry<String, Long> first = scan.missing().entrySet().iterator().next();
      throw new DataException(
          "%s: column '%s' misses %,d values and data.missing is fail; fill them in, or set data.missing = impute"
              .formatted(frame.where(), first.getKey(), first.getValue()));
    }
    if (!scan.folds().isEmpty() && main) {
      int max = Math.max(0, scan.folds().last());
      for (int fold = 0; fold <= max; fold++) {
        if (!scan.folds().contains(fold)) {
          throw new DataException(
              "%s: the folds of split.fold-column go up to %d but no row has fold %d; number them without gaps from 0"
                  .formatted(frame.where(), max, fold));
        }
      }
    }
  }
}
