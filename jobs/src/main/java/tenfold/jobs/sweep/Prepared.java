package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.jobs.spark.BroadcastLimit;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.spark.run.Dealt;
import tenfold.jobs.spark.trees.Placement;

/**
 * Data read, dealt and profiled: all that is known before anything is trained.
 *
 * @param dealt the data in their parts
 * @param families what is swept
 * @param placements where the tables of trees, forests, boosters and networks are kept
 * @param plan what that costs
 */
record Prepared(
    Dealt dealt, List<Family> families, Map<Placement.Held, Placement> placements, Plan plan)
    implements AutoCloseable {

  /** Deals folds and profiles the training part. */
  static Prepared of(Reading reading, Experiment experiment, List<Family> families) {
    check(families, reading.schema());
    check(experiment.select(), reading.schema());
    Dealt dealt = Dealt.of(reading, experiment);
    SparkEngine engine = dealt.engine();
    Shape shape = dealt.problem().shape();
    long limit = BroadcastLimit.of(engine.blocks().context().getConf());
    WholeTable.check(families, shape, experiment.engine(), limit);
    Map<Placement.Held, Placement> placements = new EnumMap<>(Placement.Held.class);
    List<Family> placed = new ArrayList<>();
    for (Family family : families) {
      Optional<Placement> its =
          Families.holds(family)
              .map(
                  held ->
                      placements.computeIfAbsent(
                          held, h -> Placement.of(h, shape, experiment.engine(), limit)));
      placed.add(
          its.filter(p -> p.way() == Placement.Way.PARTITIONED).isPresent()
              ? Families.partitioned(family, experiment, reading.schema().task(), engine)
              : family);
    }
    Plan plan = Plan.of(placed, shape, dealt.testSurvey().testRows());
    Prepared prepared = new Prepared(dealt, placed, placements, plan);
    Choices.check(experiment.select(), dealt.problem().folds(), prepared.partitioned());
    return prepared;
  }

  /** Runs over the training part. */
  SparkEngine engine() {
    return dealt.engine();
  }

  /** What the sweep is about. */
  Problem problem() {
    return dealt.problem();
  }

  /** Where trees are grown and why, a sentence for each table. */
  List<String> whereTreesGrow() {
    List<String> out = new ArrayList<>();
    placements.forEach((held, placement) -> out.add(grown(held) + placement.why()));
    return out;
  }

  private String grown(Placement.Held held) {
    if (held == Placement.Held.CODED) {
      return "trees are grown ";
    }
    Set<String> names = families.stream().map(Family::name).collect(Collectors.toSet());
    if (!names.contains("network")) {
      return "boosters are trained ";
    }
    return names.contains("boost") ? "boosters and networks are trained " : "networks are trained ";
  }

  /** Whether some trees are left to Spark's learners, which are not quite ours. */
  boolean partitioned() {
    return placements.values().stream().anyMatch(p -> p.way() == Placement.Way.PARTITIONED);
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
