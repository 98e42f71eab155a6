package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.Column;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Together;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench tree}: what a sweep of depths costs, beside one fit, beside MLlib and
 * beside the same algorithm in C.
 */
@Command(name = "tree")
public final class TreeBench implements Callable<Integer> {

  static final int DEPTH = 20;

  /** Every depth to {@link #DEPTH}. */
  static final TreeGrid GRID =
      new TreeGrid(
          List.of(Impurity.ENTROPY),
          IntStream.rangeClosed(1, DEPTH).boxed().toList(),
          List.of(0.0),
          List.of(2),
          List.of(Column.CODES));

  private static final int WARM_UP = 2;
  private static final int KERNEL_ROUNDS = 3;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--rounds", defaultValue = "5")
  private int rounds;

  @Option(names = "--no-rivals")
  private boolean withoutRivals;

  @Option(names = "--prototype")
  private Path prototype;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TreeBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    Page.say(
        "Tree: %,d rows, %d columns, %d bins, in memory; %d folds x depth 1..%d: %d models",
        rows, ClassWork.COLUMNS, Column.CODES, Workload.FOLDS, DEPTH, MllibTrees.allFits());
    Page.begin(threads);
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, threads);
    ThreadEngine threaded = new ThreadEngine(work.partitions(), threads);
    Metered engine = new Metered(threaded, threaded);

    TreeFamily family = new TreeFamily(GRID, Task.CLASSIFICATION);
    List<Candidate> candidates = family.candidates();
    Candidate deepest = candidates.get(candidates.size() - 1);
    Consumer<Swept> largest = swept -> swept.refit(deepest);
    SweepBesideFit.measure(family, largest, engine, work, WARM_UP);
    SweepBesideFit sweep = SweepBesideFit.measure(family, largest, engine, work, rounds);
    Page.part("The sweep beside one fit, %d rounds of one after the other", rounds);
    sweep.print("depth %d, all rows, no folds".formatted(DEPTH), 9);

    Page.part("If the folds' trees were grown together while they take the same splits");
    Together.Work counted =
        Together.of(
            engine.table(),
            work.problem(),
            GRID.loosest(),
            Together.trees(engine.table(), work.problem(), GRID.loosest()),
            Together.Counting.SUBTRACTING);
    Page.together(counted);

    if (!withoutRivals) {
      kernel(work, engine);
      mllib(MllibTrees.measure(work, threads), sweep.seconds());
    }
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  private void kernel(Workload work, Metered engine) throws IOException {
    Page.part("Growing one tree of depth %d, one thread, seconds of its processor", DEPTH);
    if (prototype == null) {
      Page.row("the same in C", "not measured: --prototype names its source");
      return;
    }
    new Prototype(engine.table(), GRID.loosest()).measure(prototype, work, KERNEL_ROUNDS);
  }

  private static void mllib(MllibTrees mllib, Samples sweep) {
    Page.part(
        "MLlib %s, parallelism 2, cached: measured one fold in ten, depths %s",
        org.apache.spark.package$.MODULE$.SPARK_VERSION(), MllibTrees.DEPTHS);
    Page.row(
        "%d fits, with scoring".formatted(MllibTrees.DEPTHS.size()), Page.seconds(mllib.fold()));
    Page.row("the last fit, on all rows", Page.seconds(mllib.refit()));
    Page.row(
        "reckoned: %d folds, each depth for the %d around it, the last"
            .formatted(Workload.FOLDS, MllibTrees.AROUND),
        Page.seconds(mllib.reckoned()));
    double ratio = mllib.reckoned() / sweep.median();
    Page.row("times the sweep", "%,.0f".formatted(ratio));
    Page.target("at least 200", ratio >= 200);
  }
}
