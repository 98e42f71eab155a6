package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.logistic.LogisticGrid;
import tenfold.core.learn.logistic.Probe;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench logistic}: what a sweep of lambdas costs, beside one fit and beside
 * others' sweeps.
 */
@Command(name = "logistic")
public final class LogisticBench implements Callable<Integer> {

  /** Lambdas from a thousandth to a thousand, two for each factor of ten. */
  static final LogisticGrid GRID =
      new LogisticGrid(
          List.of(1),
          IntStream.rangeClosed(-6, 6).mapToObj(half -> Math.pow(10, half / 2.0)).toList(),
          true,
          ClassWeight.NONE);

  private static final double MIDDLE = 1;
  private static final int WARM_UP = 3;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--rounds", defaultValue = "7")
  private int rounds;

  @Option(names = "--no-rivals")
  private boolean withoutRivals;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new LogisticBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    Page.say(
        "Logistic: %,d rows, %d columns, in memory; %d folds x %d lambdas: %d models",
        rows, ClassWork.COLUMNS, Workload.FOLDS, GRID.lambdas().size(), MllibLogistic.allFits());
    Page.begin(threads);
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, threads);
    Samples sweep = sweep(work, threads);
    if (!withoutRivals) {
      mllib(MllibLogistic.measure(work, threads), sweep);
      peers(work, threads, sweep);
    }
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  /** One fit and the sweep in turn. */
  private Samples sweep(Workload work, int threads) {
    ThreadEngine engine = new ThreadEngine(work.partitions(), threads);
    List<Spent> fit = new ArrayList<>();
    List<Spent> sweep = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      int before = engine.passes();
      Spent one = Spent.on(() -> Probe.fit(engine, work.problem(), MIDDLE));
      int between = engine.passes();
      Spent all =
          Spent.on(
              () -> new LogisticFamily(GRID).sweep(engine, work.problem(), Set.of("j")).results());
      if (round == 0) {
        Page.part("The sweep beside one fit, %d rounds of one after the other", rounds);
        Page.row("passes of the fit", "%d".formatted(between - before));
        Page.row("passes of the sweep", "%d".formatted(engine.passes() - between));
      }
      if (round >= 0) {
        fit.add(one);
        sweep.add(all);
      }
    }
    Samples ratio = Samples.ratios(Spent.seconds(sweep), Spent.seconds(fit));
    Page.row(
        "one fit: lambda %.0f, all rows, no folds".formatted(MIDDLE),
        Samples.of(Spent.seconds(fit)).text("%.3f s"));
    Page.row("the sweep: fitted and scored", Samples.of(Spent.seconds(sweep)).text("%.3f s"));
    Page.row("ratio", ratio.text("%.2f"));
    Page.row(
        "ratio of the processor time of all threads",
        Samples.ratios(Spent.processor(sweep), Spent.processor(fit)).text("%.2f"));
    Page.target("at most 10", ratio.median() <= 10);
    return Samples.of(Spent.seconds(sweep));
  }

  private static void mllib(MllibLogistic mllib, Samples sweep) {
    Page.part(
        "MLlib %s, parallelism 2, cached: measured one fold in ten, lambdas %s",
        org.apache.spark.package$.MODULE$.SPARK_VERSION(), MllibLogistic.LAMBDAS);
    Page.row(
        "%d fits, with scoring".formatted(MllibLogistic.LAMBDAS.size()),
        Page.seconds(mllib.fold()));
    Page.row("the last fit, on all rows", Page.seconds(mllib.refit()));
    Page.row(
        "reckoned by fits: %d and the last".formatted(MllibLogistic.allFits()),
        Page.seconds(mllib.reckoned()));
    double ratio = mllib.reckoned() / sweep.median();
    Page.row("times the sweep", "%,.0f".formatted(ratio));
    Page.target("at least 150", ratio >= 150);
  }

  private static void peers(Workload work, int threads, Samples sweep) throws IOException {
    Page.part("The same sweep by others, from numbers in memory");
    Programs.inFolder(
        folder -> {
          Path data = folder.resolve("data");
          Raw.write(work, data);
          for (Peer peer : List.of(Peer.SCIKIT_LEARN, Peer.GLMNET)) {
            OptionalDouble theirs = peer.seconds(data, work, Workload.FOLDS, threads);
            if (theirs.isEmpty()) {
              Page.row(peer.name(), "not installed, not measured");
              continue;
            }
            double ratio = theirs.getAsDouble() / sweep.median();
            Page.row(peer.name(), Page.seconds(theirs.getAsDouble()));
            Page.row("times the sweep", "%,.1f".formatted(ratio));
            Page.target("at least 6", ratio >= 6);
          }
        });
  }
}
