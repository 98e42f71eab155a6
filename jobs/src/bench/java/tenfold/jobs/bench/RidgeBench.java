package tenfold.jobs.bench;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tenfold.core.data.Block;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Selection;
import tenfold.core.sweep.Survey;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;
import java.util.Set;

/**
 * The ridge sweep beside one fit, beside MLlib's CrossValidator, and its kernel beside the bare rank-k update of the
 * BLAS: both sides of every ratio from one process.
 *
 * <p>Run: {@code submit-scripts/bench ridge [--rows N] [--no-mllib]}.
 */
public final class RidgeBench {

  private static final List<Double> LAMBDAS =
      List.of(0.0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24);
  private static final List<Integer> DEGREES = List.of(1, 2, 3);
  private static final int RUNS = 9;

  private final double[][] rows;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private RidgeBench(int rows) {
    this.rows = RidgeData.rows(rows);
  }

  /** Prints the table. */
  public static void main(String[] args) {
    int rows = 200_000;
    for (int i = 0; i + 1 < args.length; i++) {
      rows = args[i].equals("--rows") ? Integer.parseInt(args[i + 1]) : rows;
    }
    RidgeBench bench = new RidgeBench(rows);
    System.out.printf(
        Locale.ROOT,
        "ridge: %,d rows x %d columns in memory, 10 folds x %d lambdas x degrees 1..3 = %d models; %d threads; %s; medians of %d%n%n",
        rows,
        RidgeData.COLUMNS,
        LAMBDAS.size(),
        10 * LAMBDAS.size() * DEGREES.size(),
        bench.threads,
        Blas.name(),
        RUNS);
    System.out.printf("%-46s %11s %11s   %s%n", "", "this", "beside", "ratio");
    double sweep = bench.sweepBesideOneFit();
    bench.kernelBesideBlas();
    if (!Arrays.asList(args).contains("--no-mllib")) {
      MllibBench.run(bench.rows, DEGREES, LAMBDAS, sweep);
    }
  }

  /** Returns the median seconds of the sweep. */
  private double sweepBesideOneFit() {
    Schema schema = RidgeData.schema();
    ThreadEngine engine = new ThreadEngine(RidgeData.partitions(rows, threads), threads);
    Folds folds =
        Dealer.deal(RidgeData.split(), Task.REGRESSION, engine.aggregate(new CensusPass()));
    Survey survey = engine.aggregate(new SurveyPass(schema, folds));
    Problem problem = Problem.of(schema, folds, survey, new Seed(1));
    Problem whole = Problem.of(schema, new AllTrain(), survey, new Seed(1));
    Ridge grid = new Ridge(new RidgeGrid(DEGREES, LAMBDAS, true));
    Ridge single = new Ridge(new RidgeGrid(List.of(3), List.of(0.16), true));
    Candidate largest = single.candidates().get(0);
    Selection selection =
        new Selection(new Choice("j", Choice.Rule.BEST), grid::compareComplexity);

    Runnable sweep =
        () -> {
          List<Result> results = grid.sweep(engine, problem, Set.of("j")).results();
          keep(selection.winner(results));
        };
    Runnable fit = () -> keep(single.sweep(engine, whole, Set.of("j")).refit(largest));
    Timing.inTurn(4, sweep, fit);
    double[][] seconds = Timing.inTurn(RUNS, sweep, fit);
    System.out.println(
        Timing.line("whole sweep, beside one fit (degree 3)", seconds, "at most 2"));
    return Timing.median(seconds[0]);
  }

  /** One thread: terms, parting by fold and update, beside the update alone on rows as wide. */
  private void kernelBesideBlas() {
    Schema schema = RidgeData.schema();
    List<List<Block>> one = RidgeData.partitions(rows, 1);
    ThreadEngine engine = new ThreadEngine(one, 1);
    Folds folds =
        Dealer.deal(RidgeData.split(), Task.REGRESSION, engine.aggregate(new CensusPass()));
    Problem problem =
        Problem.of(
            schema, folds, engine.aggregate(new SurveyPass(schema, folds)), new Seed(1));
    Runnable pass = () -> keep(engine.aggregate(Ridge.moments(problem, 3)));

    int q = 166; // 164 terms of degree up to 3, the constant and the target
    int chunk = 512;
    double[] x = new SplittableRandom(1).doubles((long) chunk * q).toArray();
    double[] gram = new double[q * q];
    Runnable bare =
        () -> {
          for (int from = 0; from < rows.length; from += chunk) {
            Blas.addGram(x, Math.min(chunk, rows.length - from), chunk, q, gram);
          }
          keep(gram);
        };
    BLAS java = JavaBLAS.getInstance();
    Runnable plain =
        () -> {
          for (int from = 0; from < rows.length; from += chunk) {
            java.dsyrk(
                "L", "T", q, Math.min(chunk, rows.length - from), 1, x, chunk, 1, gram, q);
          }
          keep(gram);
        };
    Timing.inTurn(2, bare, pass);
    double[][] seconds = Timing.inTurn(RUNS, bare, pass);
    System.out.println(
        Timing.line("bare dsyrk of " + Blas.name() + ", beside our kernel", seconds, "at least 0.70"));
    System.out.println(
        Timing.line(
            "bare dsyrk without native code, beside native",
            Timing.inTurn(2, plain, bare),
            "(what users get where nothing native loads)"));
    double flops = (double) rows.length * q * (q + 1);
    System.out.printf(
        Locale.ROOT,
        "%-46s %.1f of %.1f GFLOP/s on one thread%n",
        "  that is",
        flops / Timing.median(seconds[1]) / 1e9,
        flops / Timing.median(seconds[0]) / 1e9);
  }

  private static Object kept;

  /** Holds on to a result, so that nothing is optimised away. */
  private static synchronized void keep(Object result) {
    kept = result;
  }

  static synchronized Object kept() {
    return kept;
  }
}
