package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Sealed;
import tenfold.core.report.Report;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Survey;
import tenfold.core.sweep.SurveyPass;
import tenfold.jobs.spark.BroadcastLimit;
import tenfold.jobs.spark.Colocated;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.spark.trees.Placement;

/**
 * Data read, dealt and profiled: all that is known before anything is trained.
 *
 * @param engine runs over the training part
 * @param testEngine runs over the test part, which is the same data unless it has a file of its own
 * @param testFolds finds the test part there
 * @param problem what the sweep is about
 * @param survey of the data, and of the test file where there is one
 * @param families what is swept
 * @param placements where the tables of trees, forests, boosters and networks are kept
 * @param plan what that costs
 */
record Prepared(
    SparkEngine engine,
    Engine testEngine,
    Folds testFolds,
    Problem problem,
    Survey survey,
    Survey testSurvey,
    List<Family> families,
    Map<Placement.Held, Placement> placements,
    Plan plan)
    implements AutoCloseable {

  /** Deals folds and profiles the training part. */
  static Prepared of(Reading reading, Experiment experiment, List<Family> families) {
    check(families, reading.schema());
    check(experiment.select(), reading.schema());
    SparkEngine engine = new SparkEngine(reading.blocks());
    Folds folds =
        Dealer.deal(
            experiment.split(), reading.schema().task(), engine.aggregate(new CensusPass()));
    Survey survey = engine.aggregate(new SurveyPass(reading.schema(), folds));
    if (folds.leaveOneOut() && folds.models() < survey.profile().rows()) {
      engine = engine.over(Colocated.units(reading.blocks(), reading.schema(), folds));
    }
    Problem problem =
        posed(
            Problem.of(reading.schema(), folds, survey, experiment.split().seed().child("fit")),
            experiment.data());
    Engine testEngine = engine;
    Folds testFolds = folds;
    Survey testSurvey = survey;
    if (reading.testBlocks().isPresent()) {
      testEngine = new SparkEngine(reading.testBlocks().get());
      testFolds = new Sealed();
      testSurvey = testEngine.aggregate(new SurveyPass(reading.schema(), testFolds));
    }
    Shape shape = problem.shape();
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
    Plan plan = Plan.of(placed, shape, testSurvey.testRows());
    Prepared prepared =
        new Prepared(
            engine, testEngine, testFolds, problem, survey, testSurvey, placed, placements, plan);
    Choices.check(experiment.select(), folds, prepared.partitioned());
    return prepared;
  }

  /** Returns the problem with the positive class that the settings name. */
  private static Problem posed(Problem problem, DataSettings data) {
    return problem.classes().isEmpty() // a regression has none to name
        ? problem
        : data.positive().map(problem::positive).orElse(problem);
  }

  /**
   * What was decided about the data since they were read and {@code data} leave open, a sentence
   * each.
   */
  List<String> notes(DataSettings data) {
    List<String> notes = new ArrayList<>();
    List<String> classes = problem.classes();
    if (classes.size() == 2 && data.positive().isEmpty()) {
      notes.add(
          "y = 1 is '%s' of the target '%s' (data.positive = \"%s\" would change that)"
              .formatted(classes.get(1), problem.schema().target(), classes.get(0)));
    }
    return notes;
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

  /**
   * What to hold scores against where nobody stated a baseline: J on the training part of the best
   * constant.
   */
  Report.Baseline baseline() {
    if (problem.classes().isEmpty()) {
      double deviation = survey.profile().target().deviation();
      return new Report.Baseline(deviation * deviation / 2, "mean");
    }
    Map<String, Double> weights = survey.classWeights();
    double all = weights.values().stream().mapToDouble(w -> w).sum();
    return new Report.Baseline(1 - Collections.max(weights.values()) / all, "majority class");
  }

  /** Frees what executors hold for the engine, apart from the data. */
  @Override
  public void close() {
    engine.close();
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
