package tenfold.core.sweep.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tenfold.core.data.DataException;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Swept;

/**
 * A family's sweep and a refit as they went on samples of the rows, each four times the one before,
 * until one took long enough to be told from noise and is a tenth of those there are. The last two
 * then go again, in a process that knows its way by now; what the first ones took beyond what
 * follows from these, and all compiling, is what a fresh process takes to get there. Models and
 * scores are thrown away.
 */
public final class Rehearsed {

  private static final int STEP = 4;
  private static final double FIRST = 500; // rows
  private static final double FEWEST = 200; // rows of which a quarter tells something
  private static final double ENOUGH = 2.5; // seconds, of a sample that is
  private static final double NEAR = 0.1; // of the rows gathered at least, or takes
  private static final double MOST = 5; // seconds
  private static final int ROUNDS = 2;
  private static final long PATIENCE = 3_000_000_000L; // nanoseconds

  private final Work work;
  private final Sample sample;
  private final double fewer; // its share that the smaller of two is
  private final double more;
  private final Cold cold;
  private final Forecast sweep;
  private final Forecast refit;

  private Rehearsed(
      Work work,
      Sample sample,
      double fewer,
      double more,
      Cold cold,
      Forecast sweep,
      Forecast refit) {
    this.work = work;
    this.sample = sample;
    this.fewer = fewer;
    this.more = more;
    this.cold = cold;
    this.sweep = sweep;
    this.refit = refit;
  }

  /** What one sample took. */
  private record Run(Spent sweep, Spent refit) {}

  /** What is rehearsed: a family, and the metrics that are asked of it. */
  private record Work(Family family, Set<String> asked) {

    Run on(Sample sample, int threads) {
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
    Work work = new Work(family, asked);
    double first = sample.rows() < FEWEST ? 1 : Math.min(FIRST / sample.rows(), 1.0 / STEP);
    boolean again = first < 1 && sample.rows() <= STEP * FIRST; // a quarter may lack a class
    return from(first, work, sample, threads)
        .or(() -> again ? from(1, work, sample, threads) : Optional.empty());
  }

  /** Rehearses on samples from such a share on. */
  private static Optional<Rehearsed> from(double first, Work work, Sample sample, int threads) {
    try {
      List<Run> runs = new ArrayList<>();
      double fewer = first;
      double more = first;
      runs.add(work.on(sample.part(more), threads));
      for (double took = 0; more < 1 && !suffices(took, more); ) {
        fewer = more;
        more = Math.min(1, STEP * fewer);
        Sample some = sample.part(more);
        long from = System.nanoTime();
        runs.add(work.on(some, threads));
        took = (System.nanoTime() - from) / 1e9;
      }
      return Optional.of(warm(work, sample, fewer, more, threads, runs, Cold.NONE));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /** Whether a larger sample would tell no more, or take too long. */
  private static boolean suffices(double took, double share) {
    return took >= MOST || (took >= ENOUGH && share >= NEAR);
  }

  /** The same, rehearsed again with so many threads that work at once. */
  public Rehearsed with(int threads) {
    return warm(work, sample, fewer, more, threads, List.of(), cold);
  }

  private static Rehearsed warm(
      Work work,
      Sample sample,
      double fewer,
      double more,
      int threads,
      List<Run> first,
      Cold before) {
    List<Run> small = new ArrayList<>();
    List<Run> large = new ArrayList<>();
    Sample some = sample.part(fewer);
    Sample most = sample.part(more);
    for (int round = 0; round < ROUNDS; round++) {
      small.add(work.on(some, threads));
      large.add(work.on(most, threads));
    }
    Forecast sweep = forecast(small, large, Run::sweep);
    Forecast refit = forecast(small, large, Run::refit);
    double compiling =
        Stream.of(first, small, large)
            .flatMap(List::stream)
            .mapToDouble(run -> run.sweep().compiling())
            .sum();
    Cold cold =
        first.stream()
            .map(run -> sweep.beyond(run.sweep()))
            .reduce(before, Cold::plus)
            .andCompiling(compiling);
    return new Rehearsed(work, sample, fewer, more, cold, sweep, refit);
  }

  /**
   * How a phase grows is read off the quickest of each, of the driver's part only what shows in all
   * rounds; how long it takes, off them all.
   */
  private static Forecast forecast(List<Run> small, List<Run> large, Function<Run, Spent> phase) {
    Comparator<Spent> bySeconds = Comparator.comparingDouble(Spent::seconds);
    List<Spent> fewer = small.stream().map(phase).toList();
    List<Spent> more = large.stream().map(phase).toList();
    Spent quickest = more.stream().min(bySeconds).orElseThrow();
    double mean = more.stream().mapToDouble(Spent::seconds).average().orElseThrow();
    return new Forecast(
        fewer.stream().min(bySeconds).orElseThrow().driven(driving(fewer).max().orElseThrow()),
        quickest.driven(driving(more).min().orElseThrow()),
        quickest.seconds() > 0 ? mean / quickest.seconds() : 1);
  }

  private static DoubleStream driving(List<Spent> rounds) {
    return rounds.stream().mapToDouble(Spent::driving);
  }

  /** Predicted seconds of the sweep, in processes that have done nothing before. */
  public double sweep(Cluster on) {
    return sweep.seconds(on) + cold.seconds(sweep.tasks(on), on);
  }

  /** Predicted seconds of refitting the largest candidate, with all that is told of a winner. */
  public double refit(Cluster on) {
    return refit.seconds(on);
  }
}
