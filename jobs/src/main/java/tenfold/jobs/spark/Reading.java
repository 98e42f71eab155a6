package tenfold.jobs.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import tenfold.core.data.Block;
import tenfold.core.data.Schema;

/** A data set as read: its schema, and its rows in cached blocks. */
public final class Reading implements AutoCloseable {

  private final Schema schema;
  private final JavaRDD<Chunk> cached;
  private final JavaRDD<Block> blocks;
  private final Scan scan;
  private final List<String> notes;
  private final Optional<Reading> test;

  Reading(
      Schema schema,
      JavaRDD<Chunk> cached,
      JavaRDD<Block> blocks,
      Scan scan,
      List<String> notes,
      Optional<Reading> test) {
    this.schema = schema;
    this.cached = cached;
    this.blocks = blocks;
    this.scan = scan;
    this.notes = List.copyOf(notes);
    this.test = test;
  }

  /** The columns. */
  public Schema schema() {
    return schema;
  }

  /**
   * The rows, in the order of reading. A job over rows that are not in memory any more ends with a
   * {@link tenfold.core.data.DataException} if the source has changed.
   */
  public JavaRDD<Block> blocks() {
    return blocks;
  }

  /** The rows of a test file, where the split names one. */
  public Optional<JavaRDD<Block>> testBlocks() {
    return test.map(Reading::blocks);
  }

  /** Number of rows, without those of a test file. */
  public long rows() {
    return scan.rows();
  }

  /** A hash of all rows, whatever their order and partitioning: equal data agree. */
  public long fingerprint() {
    return scan.fingerprint() + test.map(t -> Long.rotateLeft(t.fingerprint(), 32)).orElse(0L);
  }

  /** What was decided about the data and a user should know, a sentence each. */
  public List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    cached.unpersist(false);
    test.ifPresent(Reading::close);
  }
}
