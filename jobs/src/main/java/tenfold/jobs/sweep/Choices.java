package tenfold.jobs.sweep;

import tenfold.core.fold.Folds;
import tenfold.core.sweep.Choice;
import tenfold.jobs.spark.UsageException;

/** Ways to choose that the folds or the engine do not allow. */
final class Choices {

  private Choices() {}

  /**
   * Refuses a choice by what candidates will not have.
   *
   * @param partitioned whether some trees are left to Spark's learners
   */
  static void check(Choice choice, Folds folds, boolean partitioned) {
    boolean several = !folds.leaveOneOut() && folds.folds() * folds.repeats() > 1;
    if (choice.rule() == Choice.Rule.ONE_STANDARD_ERROR && !choice.by().equals("j") && !several) {
      throw new UsageException(
          "select.rule is one-standard-error, but %s has a standard error only over two folds or more; use select.by = j, or rule = best"
              .formatted(choice.by()));
    }
    boolean single = folds.leaveOneOut();
    if (choice.area() && (single || partitioned)) {
      throw new UsageException(
          "select.by is %s, which is not computed %s; use select.by = log-loss, or %s"
              .formatted(
                  choice.by(),
                  single ? "where rows leave one by one" : "where a table is in partitions",
                  single ? "a number of folds" : "engine = broadcast"));
    }
  }
}
