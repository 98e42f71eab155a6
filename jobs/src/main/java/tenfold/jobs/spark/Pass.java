package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;

/**
 * One reading of the data, and of the test file if there is one, by a layout: the rows, cached, and
 * what was found in them.
 *
 * @param parts the data; then the test file
 */
record Pass(Layout layout, List<Part> parts) {

  /**
   * Rows of one source.
   *
   * @param prints of the partitions
   */
  private record Part(Frame frame, JavaRDD<Chunk> chunks, List<Long> prints, Scan scan) {}

  /**
   * Reads every row: one job for each frame. Throws {@link DataException} for lines that are no
   * rows.
   */
  static Pass over(List<Frame> frames, Layout layout) {
    List<Part> parts = new ArrayList<>();
    for (Frame frame : frames) {
      RowReader reader = new RowReader(layout);
      JavaRDD<Chunk> chunks =
          frame
              .rows()
              .mapPartitionsWithIndex(reader::read, true)
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        List<Scan> scans = scans(chunks, frame);
        List<Long> prints = scans.stream().map(Scan::print).toList();
        parts.add(new Part(frame, chunks, prints, whole(scans, chunks)));
      } catch (DataException e) {
        chunks.unpersist(false);
        parts.forEach(part -> part.chunks().unpersist(false));
        throw e;
      }
    }
    return new Pass(layout, parts);
  }

  private static List<Scan> scans(JavaRDD<Chunk> chunks, Frame frame) {
    try {
      return chunks.mapPartitions(Scan::of).collect();
    } catch (Exception e) { // Spark throws checked exceptions undeclared
      throw Refusals.of(e, frame.where());
    }
  }

  private static Scan whole(List<Scan> scans, JavaRDD<Chunk> chunks) {
    Scan found = scans.stream().reduce(new Scan(), Scan::merge);
    if (found.misfit() != null) {
      throw CsvFiles.refusal(found.misfit(), chunks.context().hadoopConfiguration());
    }
    return found;
  }

  /** What was found in the data, the test file left out. */
  Scan main() {
    return parts.get(0).scan();
  }

  /** Columns of supposed numbers that hold text somewhere, with an example. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    parts.forEach(part -> part.scan().texts().forEach(texts::putIfAbsent));
    return texts;
  }

  /** The task that is set, or else the one that the target's values tell. */
  Task task(DataSettings data) {
    return data.task().orElse(main().target().task());
  }

  /** Forgets the rows. */
  void drop() {
    parts.forEach(part -> part.chunks().unpersist(false));
  }

  /** Throws {@link DataException} if rows cannot be used. */
  void check(DataSettings data) {
    for (Part part : parts) {
      check(part, data);
    }
    String gap = main().gap();
    if (gap != null) {
      throw new DataException("%s: %s".formatted(parts.get(0).frame().where(), gap));
    }
  }

  private static void check(Part part, DataSettings data) {
    String where = part.frame().where();
    Scan scan = part.scan();
    if (scan.rows() == 0) {
      throw new DataException(
          "%s has %s; at least one row is needed"
              .formatted(
                  where, part.frame().types().isEmpty() ? "a header but no rows" : "no rows"));
    }
    if (scan.fault() != null) {
      throw new DataException("%s, %s".formatted(where, scan.fault()));
    }
    if (scan.mixedTimes()) {
      throw new DataException(
          "%s: the column of split.order-by mixes numbers with dates; write all one way"
              .formatted(where));
    }
    if (data.missing() == DataSettings.Missing.FAIL && !scan.missing().isEmpty()) {
      Map.Entry<String, Long> first = scan.missing().entrySet().iterator().next();
      throw new DataException(
          "%s: column '%s' misses %,d value%s and data.missing is fail; fill them in, or set data.missing = impute"
              .formatted(
                  where, first.getKey(), first.getValue(), first.getValue() == 1 ? "" : "s"));
    }
  }

  /** Returns the rows; they stay cached until it is closed. */
  Reading reading(List<String> notes) {
    Optional<Reading> test =
        parts.size() == 1
            ? Optional.empty()
            : Optional.of(reading(parts.get(1), List.of(), Optional.empty()));
    return reading(parts.get(0), notes, test);
  }

  private Reading reading(Part part, List<String> notes, Optional<Reading> test) {
    List<Long> prints = part.prints();
    String where = part.frame().where();
    JavaRDD<Block> blocks =
        part.chunks()
            .mapPartitionsWithIndex((p, chunks) -> Steady.same(chunks, prints.get(p), where), true)
            .map(Chunk::block);
    return new Reading(layout.schema(), part.chunks(), blocks, part.scan(), notes, test);
  }
}
