package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
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
    Workload work = RidgeWork.of(rows, threads);
    Page.say(
        "Ridge: %,d rows, %d columns, in memory; %d folds x degree 1..%d x %d lambdas: %d models",
        rows,
        RidgeWork.COLUMNS,
        Workload.FOLDS,
        RidgeWork.DEGREE,
        RidgeWork.GRID.lambdas().size(),
        MllibRidge.allFits());
    Page.say(
        "%s %s",
        Blas.name(),
        Blas.name().startsWith("OpenBLAS") ? openblas_nolapack.OPENBLAS_VERSION.strip() : "");
    Page.begin(threads);

    Samples sweep = sweep(work, threads);
    kernels(work);
    if (!withoutMllib) {
      mllib(MllibRidge.measure(work, threads), sweep);
    }
    Page.end();
  }

  /** One fit and the sweep in turn. */
  private static Samples sweep(Workload work, int threads) {
    ThreadEngine engine = new ThreadEngine(work.partitions(), threads);
    List<Spent> fit = new ArrayList<>();
    List<Spent> sweep = new ArrayList<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      Spent one =
          Spent.on(() -> Probe.fit(engine, work.problem(), RidgeWork.DEGREE, RidgeWork.LAMBDA));
      Spent all = Spent.on(() -> select(work, engine));
      if (round >= 0) {
        fit.add(one);
        sweep.add(all);
      }
    }
    Samples ratio = Samples.ratios(Spent.seconds(sweep), Spent.seconds(fit));
    Page.part("The sweep beside one fit, %d rounds of one after the other", ROUNDS);
    Page.row(
        "one fit: degree %d, lambda %s, all rows, no folds"
            .formatted(RidgeWork.DEGREE, RidgeWork.LAMBDA),
        Samples.of(Spent.seconds(fit)).text("%.3f s"));
    Page.row("the sweep: scored and selected", Samples.of(Spent.seconds(sweep)).text("%.3f s"));
    Page.row("ratio", ratio.text("%.2f"));
    Page.row(
        "ratio of the processor time of all threads",
        Samples.ratios(Spent.processor(sweep), Spent.processor(fit)).text("%.2f"));
    Page.target("at most 2", ratio.median() <= 2);
    return Samples.of(Spent.seconds(sweep));
  }

  private static Result select(Workload work, ThreadEngine engine) {
    Ridge ridge = new Ridge(RidgeWork.GRID);
    return new Selection(new Choice("j", Choice.Rule.BEST), ridge::compareComplexity)
        .winner(ridge.sweep(engine, work.problem(), Set.of("j")).results());
  }

  private static void kernels(Workload work) {
    Kernels kernels = Kernels.measure(work, KERNEL_ROUNDS);
    int best = Kernels.best(kernels.alone());
    Page.part(
        "The pass beside syrk alone, one thread, GFLOP a second of processor, %d rounds",
        KERNEL_ROUNDS);
    Page.row("the pass: scaling, folds, terms, sums by fold", kernels.pass().text("%.1f"));
    for (int s = 0; s < Kernels.SHAPES.size(); s++) {
      Page.row(
          "dsyrk alone, %s, %d rows a call".formatted(Blas.name(), Kernels.SHAPES.get(s)),
          kernels.alone().get(s).text("%.1f"));
    }
    Page.row(
        "dsyrk alone, plain Java, its best",
        kernels.plain().get(Kernels.best(kernels.plain())).text("%.1f"));
    Samples share = Samples.ratios(kernels.pass().values(), kernels.alone().get(best).values());
    Page.row("the pass as a share of the best dsyrk", share.text("%.2f"));
    Page.target("at least 0.70", share.median() >= 0.7);
  }

  private static void mllib(MllibRidge mllib, Samples sweep) {
    Page.part(
        "MLlib %s CrossValidator, parallelism 2, cached: measured %d of %d folds x 3 degrees x %d of %d"
            + " lambdas",
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        MllibRidge.FOLDS,
        Workload.FOLDS,
        MllibRidge.LAMBDAS.size(),
        RidgeWork.GRID.lambdas().size());
    Page.row(
        "%d fits on half of the rows, with scoring".formatted(MllibRidge.fits()),
        Page.seconds(mllib.folds()));
    Page.row("the last fit, on all rows", Page.seconds(mllib.refit()));
    Page.row(
        "reckoned by fits: %d and the last".formatted(MllibRidge.allFits()),
        Page.seconds(mllib.reckoned()));
    double ratio = mllib.reckoned() / sweep.median();
    Page.row("times the sweep", "%,.0f".formatted(ratio));
    Page.target("at least 1,000", ratio >= 1000);
  }
}
