package tenfold.jobs.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench wide}: what a logistic sweep of ten names of a thousand levels takes
 * and holds, ten thousand 0/1 columns, in a heap that is small beside the dense rows of all models.
 */
@Command(name = "wide")
public final class WideBench implements Runnable {

  private static final int NAMES = 10;
  private static final double MIB = 1 << 20;

  @Option(names = "--rows", defaultValue = "5000")
  private int rows;

  @Option(names = "--levels", defaultValue = "1000")
  private int levels;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new WideBench()).execute(args));
  }

  @Override
  public void run() {
    int threads = Runtime.getRuntime().availableProcessors();
    List<Feature> names =
        IntStream.range(0, NAMES).mapToObj(j -> new Feature("x" + j, Kind.NAME)).toList();
    Schema schema = new Schema(names, "y", Task.CLASSIFICATION, List.of());
    Workload work = Workload.of(schema, this::fill, rows, threads);
    LogisticFamily family = new LogisticFamily(LogisticBench.GRID);
    Cost cost = family.cost(work.problem().shape());
    Page.say(
        "Wide: %,d rows, %,d 0/1 columns; %d folds x %d lambdas: %d models; heap of %.0f MiB",
        rows,
        work.problem().encoder().indicators(),
        Workload.FOLDS,
        LogisticBench.GRID.lambdas().size(),
        cost.models(),
        Runtime.getRuntime().maxMemory() / MIB);
    Page.begin(threads);
    ThreadEngine engine = new ThreadEngine(work.partitions(), threads);
    List<Swept> swept = new ArrayList<>();
    Spent spent = Spent.on(() -> swept.add(family.sweep(engine, work.problem(), Set.of("j"))));
    Page.part("The sweep");
    Page.row("time", Page.seconds(spent.seconds()));
    Page.row("processor time of all threads", Page.seconds(spent.processor()));
    Page.row("passes: made, planned", "%d, %d".formatted(engine.passes(), cost.passes()));
    Page.row("planned to be held by each task", mebibytes(cost.taskBytes()));
    Page.row("planned to be held by the driver", mebibytes(cost.driverBytes()));
    Page.row("held at the end by the driver, the rows too", held());
    Page.row("candidates scored", "%d".formatted(swept.get(0).results().size()));
    Page.end();
  }

  private void fill(SplittableRandom random, BlockBuilder row) {
    double sum = 0;
    for (int j = 0; j < NAMES; j++) {
      int level = random.nextInt(levels);
      row.name(j, "k" + level);
      sum += Math.sin(level + 31.0 * j);
    }
    double u = random.nextDouble();
    row.target(sum + Math.log(u / (1 - u)) > 0 ? "1" : "0");
  }

  private static String held() {
    ManagementFactory.getMemoryMXBean().gc();
    return mebibytes(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static String mebibytes(long bytes) {
    return "%,.0f MiB".formatted(bytes / MIB);
  }
}
