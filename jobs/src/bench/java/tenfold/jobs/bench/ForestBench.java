package tenfold.jobs.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.Column;
import tenfold.core.learn.forest.Bagged;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.tree.Together;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench forest}: what a sweep of forests costs, beside one forest, beside
 * forests of others, and on two executors beside one.
 */
@Command(name = "forest")
public final class ForestBench implements Callable<Integer> {

  /** Trees of each fold that are grown before, so that all code is compiled. */
  private static final int WARM_UP = 2;

  private static final int SHARED_TREES = 3;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--trees", defaultValue = "128")
  private int trees;

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds;

  @Option(names = "--no-rivals")
  private boolean withoutRivals;

  @Option(names = "--no-executors")
  private boolean withoutExecutors;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ForestBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    List<Integer> numbers = List.of(Math.max(1, trees / 8), Math.max(1, trees / 2), trees);
    ForestFamily family = ForestWork.family(numbers);
    Page.say(
        "Forest: %,d rows, %d columns, %d bins, in memory; %d folds x depth %s x %s trees: %d models",
        rows,
        ClassWork.COLUMNS,
        Column.CODES,
        Workload.FOLDS,
        ForestWork.DEPTHS,
        numbers,
        Workload.FOLDS * family.candidates().size());
    Page.begin(threads);
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, threads);
    ThreadEngine threaded = new ThreadEngine(work.partitions(), threads);
    Metered engine = new Metered(threaded, threaded);

    ForestWork.sweep(engine, work, WARM_UP);
    ForestWork.fit(engine, work, WARM_UP * Workload.FOLDS);
    SweepBesideFit sweep =
        SweepBesideFit.measure(
            family, swept -> ForestWork.fit(engine, work, trees), engine, work, rounds);
    Page.part("The sweep beside one fit, %d rounds of one after the other", rounds);
    sweep.print("%d trees of depth %d, all rows".formatted(trees, ForestWork.DEPTH), 11);
    together(work, engine);
    if (!withoutRivals) {
      Samples table = Samples.of(Spent.seconds(sweep.table()));
      new Rivals(work, engine, table, threads).measure();
    }
    if (!withoutExecutors) {
      new Executors(work, rows, numbers.get(0)).measure(rounds);
    }
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  private static void together(Workload work, Metered engine) {
    Page.part(
        "If the folds' trees were grown together while they take the same splits: %d trees",
        SHARED_TREES);
    Together.Work counted = new Together.Work(0, 0);
    for (int b = 0; b < SHARED_TREES; b++) {
      counted =
          counted.plus(
              Together.of(
                  engine.table(),
                  work.problem(),
                  ForestWork.LIMITS,
                  Bagged.folds(engine.table(), work.problem(), ForestWork.LIMITS, b),
                  Together.Counting.EVERY));
    }
    Page.together(counted);
  }
}
