package tenfold.jobs.spark.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Sealed;
import tenfold.core.fold.Split;
import tenfold.core.metric.Score;
import tenfold.core.report.Report;
import tenfold.core.report.Report.TestScore;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Survey;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.TestPass;
import tenfold.jobs.spark.Colocated;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;

/**
 * Data dealt into parts and profiled.
 *
 * @param engine runs over the training part
 * @param testEngine runs over the test part, which is the same data unless it has a file of its own
 * @param testFolds finds the test part there
 * @param problem what is to be learned
 * @param survey of the data, and of the test file where there is one
 */
public record Dealt(
    SparkEngine engine,
    Engine testEngine,
    Folds testFolds,
    Problem problem,
    Survey survey,
    Survey testSurvey) {

  /** Deals folds and profiles the training part. */
  public static Dealt of(Reading reading, Experiment experiment) {
    SparkEngine engine = new SparkEngine(reading.blocks());
    Split split = experiment.split();
    Folds folds =
        Dealer.deal(
            reading.schema().labels().isEmpty() ? split : split.unstratified(),
            reading.schema().task(),
            engine.aggregate(new CensusPass()));
    Survey survey = engine.aggregate(new SurveyPass(reading.schema(), folds));
    if (folds.leaveOneOut() && folds.models() < survey.profile().rows()) {
      engine = engine.over(Colocated.units(reading.blocks(), reading.schema(), folds));
    }
    Problem problem =
        posed(
            Problem.of(reading.schema(), folds, survey, experiment.split().seed().child("fit")),
            experiment.data());
    if (reading.testBlocks().isEmpty()) {
      return new Dealt(engine, engine, folds, problem, survey, survey);
    }
    Engine testEngine = new SparkEngine(reading.testBlocks().get());
    Folds sealed = new Sealed();
    Survey testSurvey = testEngine.aggregate(new SurveyPass(reading.schema(), sealed));
    return new Dealt(engine, testEngine, sealed, problem, survey, testSurvey);
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
  public List<String> notes(DataSettings data) {
    List<String> notes = new ArrayList<>();
    List<String> classes = problem.classes();
    if (problem.labels() > 0) {
      for (int l = 0; l < problem.labels(); l++) {
        notes.add(
            "y = 1 is '%s' of the label '%s', the later of its two classes"
                .formatted(classes.get(2 * l + 1), problem.schema().targets().get(l)));
      }
    } else if (classes.size() == 2 && data.positive().isEmpty()) {
      notes.add(
          "y = 1 is '%s' of the target '%s' (data.positive = \"%s\" would change that)"
              .formatted(classes.get(1), problem.schema().target(), classes.get(0)));
    }
    return notes;
  }

  /** What to hold scores against: what was stated, or else {@link #constant}. */
  public Report.Baseline baseline(Experiment experiment) {
    return experiment
        .baseline()
        .map(b -> new Report.Baseline(b.j(), b.source()))
        .orElseGet(this::constant);
  }

  /** J on the training part of the best constant. */
  private Report.Baseline constant() {
    if (problem.classes().isEmpty()) {
      double deviation = survey.profile().target().deviation();
      return new Report.Baseline(deviation * deviation / 2, "mean");
    }
    double j = survey.classWeights().stream().mapToDouble(Dealt::minority).average().orElseThrow();
    return new Report.Baseline(
        j, problem.labels() > 0 ? "majority class of each label" : "majority class");
  }

  /** The share of the weight that is not of the heaviest class. */
  private static double minority(Map<String, Double> weights) {
    double all = weights.values().stream().mapToDouble(w -> w).sum();
    return 1 - Collections.max(weights.values()) / all;
  }

  /** Opens the test part, if there is one: enters it in the ledger, then reads it, once. */
  public Optional<TestScore> openTest(Fitted model, RunDirectory run, Experiment experiment) {
    long rows = testSurvey.testRows();
    if (rows == 0) {
      return Optional.empty();
    }
    int openings =
        Ledger.beside(run.store())
            .enter(testSurvey.testFingerprint(), run.identity(), experiment.name(), rows);
    Score score = TestPass.open(testEngine, testFolds, model);
    return Optional.of(new TestScore(score.j(), score.metrics(), score.byClass(), openings));
  }
}
