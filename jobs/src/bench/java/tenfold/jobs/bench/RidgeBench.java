package tenfold.jobs.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.openblas.global.openblas_nolapack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.ridge.Probe;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Selection;
import tenfold.core.sweep.ThreadEngine;

/**
 * {@code submit-scripts/bench ridge}: what a ridge sweep costs, beside one fit and beside MLlib.
 */
@Command(name = "ridge")
public final class RidgeBench implements Runnable {

  private static final int WARM_UP = 5;
  private static final int ROUNDS = 15;
  private static final int KERNEL_ROUNDS = 7;

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--no-mllib")
  private boolean withoutMllib;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RidgeBench()).execute(args));
  }

  @Override
  public void run() {
    int threads = Runtime.getRuntime().availableProcessors();
    Workload work = Workload.of(rows, threads);
    say(
        "Ridge: %,d rows, %d columns, in memory; %d folds x degree 1..%d x %d lambdas: %d models",
        rows,
        Workload.COLUMNS,
        Workload.FOLDS,
        Workload.DEGREE,
        Workload.GRID.lambdas().size(),
        Mllib.allFits());
    say(
        "%d threads; %s %s; JDK %s; load before: %s",
        threads,
        Blas.name(),
        Blas.name().startsWith("OpenBLAS") ? openblas_nolapack.OPENBLAS_VERSION.strip() : "",
        System.getProperty("java.version"),
        load());
    say(
        "Medians (least to largest). Times are of this machine at this hour; ratios are the result.");

    Samples sweep = sweep(work, threads);
    kernels(work);
    if (!withoutMllib) {
      mllib(Mllib.measure(work, threads), sweep);
    }
    say("");
    say("load after: %s", load());
  }

  /** One fit and the sweep in turn. */
  private static Samples sweep(Workload work, int threads) {
    ThreadEngine engine = new ThreadEngine(work.partitions(), threads);
    Spent[] fit = new Spent[ROUNDS];
    Spent[] sweep = new Spent[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      Spent one =
          Spent.on(() -> Probe.fit(engine, work.problem(), Workload.DEGREE, Workload.LAMBDA));
      Spent all = Spent.on(() -> select(work, engine));
      if (round >= 0) {
        fit[round] = one;
        sweep[round] = all;
      }
    }
    Samples ratio = Samples.ratios(seconds(sweep), seconds(fit));
    say("");
    say("The sweep beside one fit, %d rounds of one after the other", ROUNDS);
    row(
        "one fit: degree %d, lambda %s, all rows, no folds"
            .formatted(Workload.DEGREE, Workload.LAMBDA),
        Samples.of(seconds(fit)).text("%.3f s"));
    row("the sweep: scored and selected", Samples.of(seconds(sweep)).text("%.3f s"));
    row("ratio", ratio.text("%.2f"));
    row(
        "ratio of the processor time of all threads",
        Samples.ratios(processor(sweep), processor(fit)).text("%.2f"));
    target("at most 2", ratio.median() <= 2);
    return Samples.of(seconds(sweep));
  }

  private static double[] seconds(Spent[] all) {
    return Arrays.stream(all).mapToDouble(Spent::seconds).toArray();
  }

  private static double[] processor(Spent[] all) {
    return Arrays.stream(all).mapToDouble(Spent::processor).toArray();
  }

  private static Result select(Workload work, ThreadEngine engine) {
    Ridge ridge = new Ridge(Workload.GRID);
    return new Selection(new Choice("j", Choice.Rule.BEST), ridge::compareComplexity)
        .winner(ridge.sweep(engine, work.problem(), Set.of("j")).results());
  }

  private static void kernels(Workload work) {
    Kernels kernels = Kernels.measure(work, KERNEL_ROUNDS);
    int best = Kernels.best(kernels.alone());
    say("");
    say(
        "The pass beside syrk alone, one thread, GFLOP a second of processor, %d rounds",
        KERNEL_ROUNDS);
    row("the pass: scaling, folds, terms, sums by fold", kernels.pass().text("%.1f"));
    for (int s = 0; s < Kernels.SHAPES.size(); s++) {
      row(
          "dsyrk alone, %s, %d rows a call".formatted(Blas.name(), Kernels.SHAPES.get(s)),
          kernels.alone().get(s).text("%.1f"));
    }
    row(
        "dsyrk alone, plain Java, its best",
        kernels.plain().get(Kernels.best(kernels.plain())).text("%.1f"));
    Samples share = Samples.ratios(kernels.pass().values(), kernels.alone().get(best).values());
    row("the pass as a share of the best dsyrk", share.text("%.2f"));
    target("at least 0.70", share.median() >= 0.7);
  }

  private static void mllib(Mllib mllib, Samples sweep) {
    say("");
    say(
        "MLlib %s CrossValidator, parallelism 2, cached: measured %d of %d folds x 3 degrees x %d of %d"
            + " lambdas",
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        Mllib.FOLDS,
        Workload.FOLDS,
        Mllib.LAMBDAS.size(),
        Workload.GRID.lambdas().size());
    row("%d fits on half of the rows, with scoring".formatted(Mllib.fits()), s(mllib.folds()));
    row("the last fit, on all rows", s(mllib.refit()));
    row("reckoned by fits: %d and the last".formatted(Mllib.allFits()), s(mllib.reckoned()));
    double ratio = mllib.reckoned() / sweep.median();
    row("times the sweep", "%,.0f".formatted(ratio));
    target("at least 1,000", ratio >= 1000);
  }

  private static String s(double seconds) {
    return "%.1f s".formatted(seconds);
  }

  private static String load() {
    double load =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return "%.1f".formatted(load);
  }

  private static void row(String what, String value) {
    say("  %-58s %s", what, value);
  }

  private static void target(String target, boolean reached) {
    row("target: " + target, reached ? "reached" : "missed");
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
