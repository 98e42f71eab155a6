package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.boost.BoostModel;
import tenfold.core.learn.boost.BoostSettings;
import tenfold.core.learn.boost.Growing;
import tenfold.core.metric.Metric;
import tenfold.core.metric.Score;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.jobs.spark.SparkEngine;

/**
 * A sweep of boosters that XGBoost4J-Spark trained, finished. The driver holds the boosters of the
 * first repeat, for predictions out of fold.
 */
final class BoosterSweep implements Swept {

  private final BoostGrid grid;
  private final Problem problem;
  private final Engine engine;
  private final SparkContext spark;
  private final BoosterLearner learner;
  private final Judge judge;

  /** After which boosters are scored: those swept, or every one where folds stop early. */
  private final List<Integer> rounds;

  /** For each way to grow what each fit came to, by repeat and fold, after each of the rounds. */
  private final Map<Growing, List<List<FoldResult>>> scores = new HashMap<>();

  /** Ways to grow on which a fit gave up, and why; what is left of their fits is not tried. */
  private final Map<Growing, String> failed = new HashMap<>();

  private final Map<Candidate, BoostModel> refitted = new HashMap<>();
  private final List<Trained> firstRepeat = new ArrayList<>();
  private final Waiting<Trained> waiting = new Waiting<>(Trained::bytes, this::score);

  /**
   * Sweeps: a booster for each way to grow, repeat and fold, and passes to score them.
   *
   * @param workers that train together
   */
  BoosterSweep(BoostGrid grid, Problem problem, Engine engine, int workers) {
    this.grid = grid;
    this.problem = problem;
    this.engine = engine;
    JavaRDD<Block> blocks = SparkEngine.under(engine).blocks();
    spark = blocks.context();
    learner = new BoosterLearner(problem, blocks, workers);
    judge = new Judge(problem.classes(), Sampling.ALL);
    int most = Collections.max(grid.rounds());
    rounds =
        grid.patience().isPresent()
            ? IntStream.rangeClosed(1, most).boxed().toList()
            : grid.rounds().stream().sorted().toList();
    for (int repeat = 0; repeat < problem.folds().repeats(); repeat++) {
      for (Growing growing : grid.growings()) {
        for (int fold = 0; fold < problem.folds().folds(); fold++) {
          train(growing, most, new Cut(repeat, fold));
        }
      }
      waiting.pass();
    }
  }

  private void train(Growing growing, int most, Cut cut) {
    if (failed.containsKey(growing)) {
      return;
    }
    try {
      take(trained(growing, most, cut));
    } catch (Exception e) { // Spark's and XGBoost's are checked, but Scala does not say so
      if (spark.isStopped()) {
        throw e;
      }
      failed.put(growing, "fold %d: %s".formatted(cut.fold(), GaveUp.reason(e)));
    }
  }

  private Trained trained(Growing growing, int rounds, Cut cut) {
    return engine.once(
        Trained.class,
        learner.address(growing, rounds, cut),
        () -> learner.train(growing, rounds, cut));
  }

  private void take(Trained trained) {
    waiting.add(trained);
    if (trained.cut().repeat() == 0) {
      firstRepeat.add(trained);
    }
  }

  /** Scores boosters of one repeat in one pass. */
  private void score(List<Trained> fits) {
    Broadcast<List<Trained>> sent = JavaSparkContext.fromSparkContext(spark).broadcast(fits);
    Scores found;
    try {
      int repeat = fits.get(0).cut().repeat();
      found =
          engine.aggregate(
              new BoosterPass(
                  fits.stream().map(this::address).toList(),
                  problem,
                  learner.features().inputs(),
                  judge,
                  rounds,
                  repeat,
                  sent));
    } finally {
      sent.destroy();
    }
    for (int fit = 0; fit < fits.size(); fit++) {
      List<FoldResult> its = new ArrayList<>();
      for (int cell = 0; cell < rounds.size(); cell++) {
        its.add(fits.get(fit).cut().result(found, fit, cell));
      }
      scores.computeIfAbsent(fits.get(fit).growing(), g -> new ArrayList<>()).add(its);
    }
  }

  private BoosterLearner.Address address(Trained fit) {
    return learner.address(fit.growing(), Collections.max(grid.rounds()), fit.cut());
  }

  @Override
  public List<Result> results() {
    return grid.candidates().stream()
        .map(c -> new Result(c, outcome(BoostSettings.of(c.params()))))
        .toList();
  }

  private Outcome outcome(BoostSettings settings) {
    if (failed.containsKey(settings.growing())) {
      return new Outcome.Failed(failed.get(settings.growing()));
    }
    List<List<FoldResult>> fits = scores.get(settings.growing());
    int[] stops = stops(settings);
    List<FoldResult> folds = new ArrayList<>();
    for (int fit = 0; fit < stops.length; fit++) {
      folds.add(fits.get(fit).get(rounds.indexOf(stops[fit])));
    }
    List<String> notes = new ArrayList<>();
    notes.add(learner.note());
    settings.patience().ifPresent(p -> notes.add(Patience.note(stops, "rounds")));
    return FoldResult.outcome(folds, problem.folds(), notes);
  }

  /** Rounds after which each fit is judged: its best where folds stop early. */
  private int[] stops(BoostSettings settings) {
    return scores.get(settings.growing()).stream()
        .mapToInt(fit -> settings.patience().isEmpty() ? settings.rounds() : best(settings, fit))
        .toArray();
  }

  private static int best(BoostSettings settings, List<FoldResult> fit) {
    Patience waiting = new Patience(settings.patience().orElseThrow());
    for (int round = 0; round < fit.size() && waiting.goesOn(); round++) {
      waiting.add(loss(fit.get(round).score()));
    }
    return waiting.best();
  }

  /** What boosting makes small. */
  private static double loss(Score score) {
    return score.metrics().getOrDefault(Metric.LOG_LOSS.key(), score.j());
  }

  @Override
  public Fitted refit(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    int its = settings.patience().isPresent() ? Patience.refit(stops(settings)) : settings.rounds();
    Trained all = trained(settings.growing(), its, Cut.none());
    BoostModel model =
        new BoostModel(learner.features().inputs(), problem.classes(), problem.shift(), all.file());
    refitted.put(candidate, model);
    return model;
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    List<Trained> its =
        firstRepeat.stream().filter(t -> t.growing().equals(settings.growing())).toList();
    int[] after = Arrays.copyOf(stops(settings), its.size());
    return new FoldBoosters(problem, learner.features().inputs(), its, after);
  }

  @Override
  public List<Importance> importance(Candidate candidate) {
    return refitted.get(candidate).importance();
  }
}
