package tenfold.jobs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench memory}: what a sweep of trees and one of forests hold, in one
 * process that is driver and executor at once and has the rows in memory besides.
 */
@Command(name = "memory")
public final class MemoryBench implements Runnable {

  private static final int COLUMNS = 28;
  private static final double MOST = 1.5;
  private static final double MIB = 1 << 20;

  @Option(names = "--rows", defaultValue = "1000000")
  private int rows;

  @Option(names = "--trees", defaultValue = "4")
  private int trees;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MemoryBench()).execute(args));
  }

  @Override
  public void run() {
    int threads = Runtime.getRuntime().availableProcessors();
    Page.say(
        "Memory: %,d rows, %d columns; heap of %.0f MiB",
        rows, COLUMNS, Runtime.getRuntime().maxMemory() / MIB);
    Page.begin(threads);
    Workload work = ClassWork.of(rows, COLUMNS, threads);
    ThreadEngine threaded = new ThreadEngine(work.partitions(), threads);
    Metered engine = new Metered(threaded, threaded);

    new TreeFamily(TreeBench.GRID, Task.CLASSIFICATION).sweep(engine, work.problem(), Set.of("j"));
    Page.part("The table that every executor holds");
    long bytes = bytes(engine.table());
    double allowed = MOST * rows * (COLUMNS + 12.0);
    Page.row("bytes of its arrays", "%,d".formatted(bytes));
    Page.row("a row and column, 12 columns more", "%.2f".formatted(MOST * bytes / allowed));
    Page.target("at most %.1f".formatted(MOST), bytes <= allowed);

    Page.part("Most of the heap that was in use, rows and what nobody needed any more too");
    Page.row("%d folds of trees of depth %d".formatted(Workload.FOLDS, TreeBench.DEPTH), peak());
    ForestWork.sweep(engine, work, trees);
    Page.row(
        "then %d folds of %d trees of depth %d".formatted(Workload.FOLDS, trees, ForestWork.DEPTH),
        peak());
    Page.end();
  }

  private static long bytes(Table table) {
    long bytes = (long) Integer.BYTES * table.part(0).length;
    for (int c = 0; c < table.columns().size(); c++) {
      bytes += table.codes(c).length;
    }
    bytes += table.label() == null ? 0 : (long) Integer.BYTES * table.label().length;
    bytes += table.target() == null ? 0 : (long) Double.BYTES * table.target().length;
    return bytes + (table.weighted() ? (long) Double.BYTES * table.rows() : 0);
  }

  private static String peak() {
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    double most =
        pools.stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToDouble(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return "%,.0f MiB".formatted(most / MIB);
  }
}
