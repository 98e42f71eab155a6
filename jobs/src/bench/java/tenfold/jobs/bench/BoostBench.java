package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.RawTable;
import tenfold.core.learn.boost.Growing;
import tenfold.core.learn.boost.OneFold;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench boost}: what a sweep of every number of rounds costs, beside boosters
 * of the same rows that are only trained. Both are worked on one thread, since one booster has no
 * more, and fold by fold in turn, so that both see the same load.
 */
@Command(name = "boost")
public final class BoostBench implements Callable<Integer> {

  private static final Growing GROWING = new Growing(6, 0.1, 1, 1, 1);
  private static final int WARM_UP = 20;
  private static final double MOST = 1.1;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--boosting-rounds", defaultValue = "200")
  private int boosting;

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds;

  private final List<Spent> trained = new ArrayList<>();
  private final List<Spent> swept = new ArrayList<>();

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BoostBench()).execute(args));
  }

  @Override
  public Integer call() {
    Page.say(
        "Boost: %,d rows, %d columns, in memory; %d folds x rounds 1..%d of depth %d: %d models",
        rows,
        ClassWork.COLUMNS,
        Workload.FOLDS,
        boosting,
        GROWING.maxDepth(),
        Workload.FOLDS * boosting);
    Page.begin(1);
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, 1);
    RawTable table = Tables.raw(new ThreadEngine(work.partitions(), 1), work.problem()).table();
    OneFold warm = new OneFold(table, work.problem(), GROWING, WARM_UP);
    warm.train(0);
    warm.sweep(0);

    OneFold folds = new OneFold(table, work.problem(), GROWING, boosting);
    for (int round = 0; round < rounds; round++) {
      for (int fold = 0; fold < Workload.FOLDS; fold++) {
        int its = fold;
        trained.add(Spent.on(() -> folds.train(its)));
        swept.add(Spent.on(() -> folds.sweep(its)));
      }
    }
    Page.part("One fold beside one booster of %d rounds", boosting);
    print(1);
    Page.part("Ten folds beside ten boosters, %d times", rounds);
    print(Workload.FOLDS);
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  /** Prints what so many folds at a time took. */
  private void print(int folds) {
    Page.row("trained to the last round", sums(trained, Spent::seconds, folds).text("%.2f s"));
    Page.row("and every round scored", sums(swept, Spent::seconds, folds).text("%.2f s"));
    Samples ratio = ratios(Spent::seconds, folds);
    Page.row("ratio", ratio.text("%.3f"));
    Page.row("ratio of the processor time", ratios(Spent::processor, folds).text("%.3f"));
    Page.target("at most %.1f".formatted(MOST), ratio.median() <= MOST);
  }

  private Samples ratios(ToDoubleFunction<Spent> what, int folds) {
    return Samples.ratios(sums(swept, what, folds).values(), sums(trained, what, folds).values());
  }

  private static Samples sums(List<Spent> all, ToDoubleFunction<Spent> what, int folds) {
    double[] out = new double[all.size() / folds];
    for (int i = 0; i < out.length * folds; i++) {
      out[i / folds] += what.applyAsDouble(all.get(i));
    }
    return Samples.of(out);
  }
}
