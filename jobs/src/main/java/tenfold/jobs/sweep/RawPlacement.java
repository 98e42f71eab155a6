package tenfold.jobs.sweep;

import java.util.List;
import tenfold.core.conf.EngineSetting;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;
import tenfold.jobs.spark.BroadcastLimit;
import tenfold.jobs.spark.UsageException;

/** Where the raw table of boosters is kept: whole, on every executor, or not at all. */
final class RawPlacement {

  private RawPlacement() {}

  /**
   * Refuses boosters whose table cannot be sent to every executor.
   *
   * @param limit bytes that a table may take to be broadcast
   */
  static void check(List<Family> families, Shape shape, EngineSetting setting, long limit) {
    if (families.stream().noneMatch(BoostFamily.class::isInstance)) {
      return;
    }
    if (setting == EngineSetting.PARTITIONED) {
      throw new UsageException(
          "engine is partitioned, but models.boost trains on the whole table only; use engine = auto or broadcast, or leave boost out");
    }
    long bytes = Tables.rawBytes(shape);
    if (setting == EngineSetting.AUTO && bytes > limit) {
      throw new TooLarge(
          "models.boost trains on the whole table, and that of %,d rows and %d columns takes %s, above the %s that may be broadcast; give executors more memory, raise %s, or leave boost out"
              .formatted(
                  shape.rows(),
                  shape.numbers() + shape.names(),
                  Digits.bytes(bytes),
                  Digits.bytes(limit),
                  BroadcastLimit.KEY));
    }
  }
}
