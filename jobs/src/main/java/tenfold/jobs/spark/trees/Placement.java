package tenfold.jobs.spark.trees;

import tenfold.core.conf.EngineSetting;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

/**
 * Where the table of a sweep of trees is kept.
 *
 * @param way which way the sweep goes
 * @param why in one sentence, for the plan
 */
public record Placement(Way way, String why) {

  /** The ways that there are. */
  public enum Way {
    /** Every executor holds the table and grows whole trees by itself. */
    BROADCAST,
    /** The rows stay where they are, and all executors grow each tree together. */
    PARTITIONED
  }

  /** The tables that there are. */
  public enum Held {
    /** Of trees and forests. */
    CODED("coded", "MLlib", "rows"),
    /** Of boosters: at last one array of all encoded columns. */
    RAW("raw", "XGBoost4J-Spark", "values");

    private final String said;
    private final String learner;
    private final String elements;

    Held(String said, String learner, String elements) {
      this.said = said;
      this.learner = learner;
      this.elements = elements;
    }

    private long bytes(Shape shape) {
      return this == CODED ? Tables.bytes(shape) : Tables.rawBytes(shape);
    }

    /** Elements of its longest array. */
    private long length(Shape shape) {
      long columns = (long) shape.numbers() + shape.indicators();
      return this == CODED ? shape.rows() : shape.rows() * columns;
    }
  }

  /** Elements of one array. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  /**
   * Returns the way for data of this shape.
   *
   * @param limit bytes that a table may take to be broadcast: {@code spark.tenfold.broadcast.limit}
   * @throws TooLarge if the setting is broadcast and no array numbers the rows
   */
  public static Placement of(Held held, Shape shape, EngineSetting setting, long limit) {
    if (held.length(shape) > MOST) {
      return tooMany(held, shape, setting);
    }
    long bytes = held.bytes(shape);
    Way way =
        switch (setting) {
          case BROADCAST -> Way.BROADCAST;
          case PARTITIONED -> Way.PARTITIONED;
          case AUTO -> bytes <= limit ? Way.BROADCAST : Way.PARTITIONED;
        };
    return new Placement(
        way,
        "%s: %sthe %s table of %,d rows takes %s, %s the %s that may be broadcast (spark.tenfold.broadcast.limit)"
            .formatted(
                said(way, held),
                setting == EngineSetting.AUTO ? "" : "engine says so; ",
                held.said,
                shape.rows(),
                Digits.bytes(bytes),
                bytes <= limit ? "within" : "above",
                Digits.bytes(limit)));
  }

  private static String said(Way way, Held held) {
    return way == Way.BROADCAST
        ? "on the whole table, which every executor holds"
        : "in partitions, by " + held.learner;
  }

  private static Placement tooMany(Held held, Shape shape, EngineSetting setting) {
    String found =
        "a table held whole has at most %,d %s and the training part has %,d"
            .formatted(MOST, held.elements, held.length(shape));
    if (setting == EngineSetting.BROADCAST) {
      throw new TooLarge(
          "engine is broadcast, but %s; use engine = auto or partitioned".formatted(found));
    }
    return new Placement(Way.PARTITIONED, "%s: %s".formatted(said(Way.PARTITIONED, held), found));
  }
}
