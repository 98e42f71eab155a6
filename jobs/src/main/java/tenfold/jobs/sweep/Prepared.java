package tenfold.jobs.sweep;

import java.util.List;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.data.Schema;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Sealed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Survey;
import tenfold.core.sweep.SurveyPass;
import tenfold.jobs.spark.Colocated;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;

/**
 * Data read, dealt and profiled: all that is known before anything is trained.
 *
 * @param engine runs over the training part
 * @param testEngine runs over the test part, which is the same data unless it has a file of its own
 * @param testFolds finds the test part there
 * @param problem what the sweep is about
 * @param survey of the data, and of the test file where there is one
 * @param families what is swept
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
    Plan plan)
    implements AutoCloseable {

  /** Deals folds and profiles the training part. */
  static Prepared of(Reading reading, Experiment experiment) {
    List<Family> families = Families.of(experiment);
    check(families, reading.schema());
    SparkEngine engine = new SparkEngine(reading.blocks());
    Folds folds =
        Dealer.deal(
            experiment.split(), reading.schema().task(), engine.aggregate(new CensusPass()));
    Survey survey = engine.aggregate(new SurveyPass(reading.schema(), folds));
    if (folds.leaveOneOut() && folds.models() < survey.profile().rows()) {
      engine = engine.over(Colocated.units(reading.blocks(), reading.schema(), folds));
    }
    Problem problem =
        Problem.of(reading.schema(), folds, survey, experiment.split().seed().child("fit"));
    Engine testEngine = engine;
    Folds testFolds = folds;
    Survey testSurvey = survey;
    if (reading.testBlocks().isPresent()) {
      testEngine = new SparkEngine(reading.testBlocks().get());
      testFolds = new Sealed();
      testSurvey = testEngine.aggregate(new SurveyPass(reading.schema(), testFolds));
    }
    Plan plan = Plan.of(families, problem.shape(), testSurvey.testRows());
    return new Prepared(engine, testEngine, testFolds, problem, survey, testSurvey, families, plan);
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
            "the target '%s' holds classes, but %s predicts numbers; if they are numbers with few values, set data.task = regression"
                .formatted(schema.target(), family.name()));
      }
    }
  }
}
