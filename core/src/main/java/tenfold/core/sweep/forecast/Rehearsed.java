package tenfold.core.sweep.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenfold.core.data.DataException;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Swept;

/**
 * A family's sweep and a refit as they went on samples of the rows, each four times the one before,
 * until one took long enough to be told from noise and is a tenth of those there are. The last two
 * then go once more, in a process that knows its way by now; what all of them took beyond what
 * follows from these is what a fresh process takes to get there. Models and scores were thrown
 * away.
 */
public final class Rehearsed {

  private static final int STEP = 4;
  private static final double FIRST = 500; // rows
  private static final double ENOUGH = 1.5; // seconds, of a sample that is
  private static final double NEAR = 0.1; // of the rows gathered at least, or takes
  private static final double MOST = 10; // seconds
  private static final long PATIENCE = 3_000_000_000L; // nanoseconds

  private final double cold; // seconds of all threads of a process
  private final Forecast sweep;
  private final Forecast refit;

  private Rehearsed(double cold, Forecast sweep, Forecast refit) {
    this.cold = cold;
    this.sweep = sweep;
    this.refit = refit;
  }

  /** What one sample took. */
  private record Run(Spent sweep, Spent refit) {}

  /** Whether a larger sample would tell no more, or take too long. */
  private static boolean suffices(double took, double share) {
    return took >= MOST || (took >= ENOUGH && share >= NEAR);
  }

  /**
   * Rehearses.
   *
   * @param asked as {@link Family#sweep} has it
   * @param threads that work at once
   * @return empty where a sample will not do, such as one that lacks a rare class in some fold
   */
  public static Optional<Rehearsed> of(
      Family family, Set<String> asked, Sample sample, int threads) {
    try {
      List<Run> runs = new ArrayList<>();
      double share = Math.min(1, FIRST / sample.rows());
      Sample before = sample.part(share);
      Sample last = before;
      runs.add(run(family, asked, last, threads));
      for (double took = 0; share < 1 && !suffices(took, share); share *= STEP) {
        before = last;
        last = sample.part(STEP * share);
        long from = System.nanoTime();
        runs.add(run(family, asked, last, threads));
        took = (System.nanoTime() - from) / 1e9;
      }
      Run small = run(family, asked, before, threads);
      Run large = runs.size() == 1 ? small : run(family, asked, last, threads);
      Forecast sweep = new Forecast(small.sweep(), large.sweep());
      double cold = runs.stream().mapToDouble(run -> sweep.beyond(run.sweep())).sum();
      return Optional.of(new Rehearsed(cold, sweep, new Forecast(small.refit(), large.refit())));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  private static Run run(Family family, Set<String> asked, Sample sample, int threads) {
    Rehearsal engine = new Rehearsal(sample.blocks(), sample.rows(), threads, PATIENCE);
    Swept[] swept = new Swept[1];
    Spent sweep = engine.spent(() -> swept[0] = family.sweep(engine, sample.problem(), asked));
    Candidate largest = family.candidates().stream().max(family::compareComplexity).orElseThrow();
    Spent refit =
        engine.spent(
            () -> {
              tried(
                  () -> {
                    swept[0].refit(largest);
                    swept[0].importance(largest);
                  });
              tried(() -> swept[0].outOfFold(largest));
            });
    return new Run(sweep, refit);
  }

  /** What only some pieces were rehearsed of comes to nothing. */
  private static void tried(Runnable work) {
    try {
      work.run();
    } catch (IllegalStateException e) {
      // its pieces were timed
    }
  }

  /** The same, but rehearsed again after another: what a fresh process takes that one has seen. */
  public Rehearsed after(Rehearsed first) {
    return new Rehearsed(Math.max(cold, first.cold), sweep, refit);
  }

  /**
   * Predicted seconds of the sweep, in processes that have done nothing before. Each of them has to
   * get there by itself, so only threads of one process share that.
   */
  public double sweep(Cluster on) {
    return cold / on.threads() + sweep.seconds(on);
  }

  /** Predicted seconds of refitting the largest candidate, with all that is told of a winner. */
  public double refit(Cluster on) {
    return refit.seconds(on);
  }
}
