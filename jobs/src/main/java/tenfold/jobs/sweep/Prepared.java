package tenfold.jobs.sweep;

import java.util.List;
import java.util.Locale;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Problem;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.spark.run.Dealt;

/**
 * Data read, dealt and profiled: all that is known before anything is trained.
 *
 * @param dealt the data in their parts
 * @param placed what is swept
 * @param plan what that costs
 */
record Prepared(Dealt dealt, Placed placed, Plan plan) implements AutoCloseable {

  /** Deals folds and profiles the training part. */
  static Prepared of(Reading reading, Experiment experiment, List<Family> families) {
    check(families, reading.schema());
    check(experiment.select(), reading.schema());
    Dealt dealt = Dealt.of(reading, experiment);
    Placed placed =
        Placed.of(families, dealt.problem().shape(), experiment, reading.schema(), dealt.engine());
    Plan plan = placed.plan(dealt.problem().shape(), dealt.testSurvey().testRows());
    Choices.check(experiment.select(), dealt.problem().folds(), placed.partitioned());
    return new Prepared(dealt, placed, plan);
  }

  /** Runs over the training part. */
  SparkEngine engine() {
    return dealt.engine();
  }

  /** What the sweep is about. */
  Problem problem() {
    return dealt.problem();
  }

  /** Frees what executors hold for the engine, apart from the data. */
  @Override
  public void close() {
    engine().close();
  }

  /** Refuses a target that a family cannot predict. */
  private static void check(List<Family> families, Schema schema) {
    for (Family family : families) {
      if (!family.tasks().contains(schema.task())) {
        throw new DataException(
            (schema.task() == Task.CLASSIFICATION
                    ? "the target '%s' holds classes, but %s predicts numbers; if they are numbers with few values, set data.task = regression"
                    : "the target '%s' holds numbers, but %s tells classes apart; use ridge, tree, forest, boost or network, or set data.task = classification if its numbers are names")
                .formatted(schema.target(), family.name()));
      }
    }
  }

  /** Refuses a metric that the task does not have. */
  private static void check(Choice choice, Schema schema) {
    List<String> metrics = Choice.metrics(schema.task());
    if (!metrics.contains(choice.by())) {
      throw new UsageException(
          "select.by is %s, which a %s does not have, and such is the target '%s'; use one of %s"
              .formatted(
                  choice.by(),
                  schema.task().name().toLowerCase(Locale.ROOT),
                  schema.target(),
                  String.join(", ", metrics)));
    }
  }
}
