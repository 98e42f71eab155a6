package tenfold.jobs.bench;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench boost}: what a sweep of every number of rounds costs, beside one
 * booster. Both are worked on one thread, since one booster has no more.
 */
@Command(name = "boost")
public final class BoostBench implements Callable<Integer> {

  private static final int DEPTH = 6;
  private static final double ETA = 0.1;
  private static final int WARM_UP = 2;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--boosting-rounds", defaultValue = "200")
  private int boosting;

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BoostBench()).execute(args));
  }

  @Override
  public Integer call() {
    Page.say(
        "Boost: %,d rows, %d columns, in memory; %d folds x rounds 1..%d of depth %d: %d models",
        rows, ClassWork.COLUMNS, Workload.FOLDS, boosting, DEPTH, Workload.FOLDS * boosting);
    Page.begin(1);
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, 1);
    ThreadEngine threaded = new ThreadEngine(work.partitions(), 1);
    Metered engine = new Metered(threaded, threaded);

    measure(engine, work, WARM_UP, 1);
    SweepBesideFit sweep = measure(engine, work, boosting, rounds);
    Page.part("The sweep beside one fit, %d rounds of one after the other", rounds);
    sweep.print("%d rounds of depth %d, all rows".formatted(boosting, DEPTH), 11);
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  private static SweepBesideFit measure(Metered engine, Workload work, int boosting, int rounds) {
    List<Double> one = List.of(1.0);
    BoostFamily family =
        new BoostFamily(
            new BoostGrid(
                IntStream.rangeClosed(1, boosting).boxed().toList(),
                List.of(DEPTH),
                List.of(ETA),
                one,
                one,
                one,
                OptionalInt.empty()));
    Candidate longest = family.candidates().get(boosting - 1);
    return SweepBesideFit.measure(family, swept -> swept.refit(longest), engine, work, rounds);
  }
}
