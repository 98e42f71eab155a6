package tenfold.core.sweep.forecast;

import java.util.Optional;
import java.util.Set;
import tenfold.core.data.DataException;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Swept;

/**
 * A family's sweep and a refit as they went on samples of the rows, each four times the one before,
 * until one took long enough to be told from noise. Models and scores were thrown away.
 */
public final class Rehearsed {

  private static final int STEP = 4;
  private static final double FIRST = 500; // rows
  private static final double ENOUGH = 1.5; // seconds
  private static final long PATIENCE = 3_000_000_000L; // nanoseconds

  private final double cold;
  private final Forecast sweep;
  private final Forecast refit;

  private Rehearsed(double cold, Forecast sweep, Forecast refit) {
    this.cold = cold;
    this.sweep = sweep;
    this.refit = refit;
  }

  /** What one sample took. */
  private record Run(Spent sweep, Spent refit) {}

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
      double share = Math.min(1, FIRST / sample.rows());
      Sample first = sample.part(share);
      Run cold = run(family, asked, first, threads);
      Run warm = run(family, asked, first, threads);
      Run small = warm;
      Run large = warm;
      for (double took = 0; share < 1 && took < ENOUGH; share *= STEP) {
        small = large;
        long from = System.nanoTime();
        large = run(family, asked, sample.part(STEP * share), threads);
        took = (System.nanoTime() - from) / 1e9;
      }
      return Optional.of(
          new Rehearsed(
              Math.max(0, cold.sweep().beyond(warm.sweep()) / threads),
              new Forecast(small.sweep(), large.sweep()),
              new Forecast(small.refit(), large.refit())));
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

  /** Predicted seconds of the sweep, in processes that have done nothing before. */
  public double sweep(Cluster on) {
    return cold + sweep.seconds(on);
  }

  /** Predicted seconds of refitting the largest candidate, with all that is told of a winner. */
  public double refit(Cluster on) {
    return refit.seconds(on);
  }
}
