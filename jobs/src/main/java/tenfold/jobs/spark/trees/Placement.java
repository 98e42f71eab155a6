package tenfold.jobs.spark.trees;

import tenfold.core.conf.EngineSetting;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

/**
 * Where the table of a tree sweep is kept.
 *
 * @param way which way the sweep goes
 * @param why in one sentence, for the plan
 */
public record Placement(Way way, String why) {

  /** The ways that there are. */
  public enum Way {
    /** Every executor holds the coded table and grows whole trees by itself. */
    BROADCAST,
    /** The rows stay where they are, and all executors grow each tree together. */
    PARTITIONED
  }

  /** Rows that one array can number. */
  private static final long MOST_ROWS = Integer.MAX_VALUE - 8;

  /**
   * Returns the way for data of this shape.
   *
   * @param limit bytes that a table may take to be broadcast: {@code spark.tenfold.broadcast.limit}
   * @throws TooLarge if the setting is broadcast and no array numbers the rows
   */
  public static Placement of(Shape shape, EngineSetting setting, long limit) {
    if (shape.rows() > MOST_ROWS) {
      return tooMany(shape, setting);
    }
    long bytes = Tables.bytes(shape);
    Way way =
        switch (setting) {
          case BROADCAST -> Way.BROADCAST;
          case PARTITIONED -> Way.PARTITIONED;
          case AUTO -> bytes <= limit ? Way.BROADCAST : Way.PARTITIONED;
        };
    return new Placement(
        way,
        "%s: %sthe coded table of %,d rows takes %s, %s the %s that may be broadcast (spark.tenfold.broadcast.limit)"
            .formatted(
                said(way),
                setting == EngineSetting.AUTO ? "" : "engine says so; ",
                shape.rows(),
                Digits.bytes(bytes),
                bytes <= limit ? "within" : "above",
                Digits.bytes(limit)));
  }

  private static String said(Way way) {
    return way == Way.BROADCAST ? "broadcast" : "in partitions, by MLlib's trees";
  }

  private static Placement tooMany(Shape shape, EngineSetting setting) {
    if (setting == EngineSetting.BROADCAST) {
      throw new TooLarge(
          "engine is broadcast, but a table held whole has at most %,d rows and the training part has %,d; use engine = auto or partitioned"
              .formatted(MOST_ROWS, shape.rows()));
    }
    return new Placement(
        Way.PARTITIONED,
        "%s: a table held whole has at most %,d rows and the training part has %,d"
            .formatted(said(Way.PARTITIONED), MOST_ROWS, shape.rows()));
  }
}
