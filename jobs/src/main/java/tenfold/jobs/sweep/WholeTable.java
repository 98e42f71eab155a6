package tenfold.jobs.sweep;

import java.util.List;
import tenfold.core.conf.EngineSetting;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;
import tenfold.jobs.spark.BroadcastLimit;
import tenfold.jobs.spark.UsageException;

/** Networks are trained on a whole table, on every executor, or not at all. */
final class WholeTable {

  private WholeTable() {}

  /**
   * Refuses networks whose table cannot be sent to every executor.
   *
   * @param limit bytes that a table may take to be broadcast
   */
  static void check(List<Family> families, Shape shape, EngineSetting setting, long limit) {
    List<Family> networks = families.stream().filter(NetworkFamily.class::isInstance).toList();
    if (networks.isEmpty()) {
      return;
    }
    if (setting == EngineSetting.PARTITIONED) {
      throw new UsageException(
          "engine is partitioned, but models.network trains on the whole table only; use engine = auto or broadcast, or leave network out");
    }
    networks.forEach(family -> family.cost(shape)); // refuses more values than an array holds
    long bytes = Tables.rawBytes(shape);
    if (setting == EngineSetting.AUTO && bytes > limit) {
      throw new TooLarge(
          "models.network trains on the whole table, and that of %,d rows and %d columns takes %s, above the %s that may be broadcast; give executors more memory, raise %s, or leave network out"
              .formatted(
                  shape.rows(),
                  shape.numbers() + shape.names(),
                  Digits.bytes(bytes),
                  Digits.bytes(limit),
                  BroadcastLimit.KEY));
    }
  }
}
