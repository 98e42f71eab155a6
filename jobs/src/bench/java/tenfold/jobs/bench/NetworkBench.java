package tenfold.jobs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.ThreadEngine;
import tenfold.jobs.network.AveragedEpochs;
import tenfold.jobs.network.AveragedEpochs.Epochs;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.run.Dealt;

/**
 * {@code submit-scripts/bench network}: an epoch by averaging over two executors of one core beside
 * an epoch of DL4J alone on one core; and a sweep of eight networks on two cores, of one process
 * and of two executors, beside the eight fits one after another. Rows are read before; scores are
 * apart.
 */
@Command(name = "network")
public final class NetworkBench implements Callable<Integer> {

  private static final String HERE = "127.0.0.1";
  private static final int EXECUTORS = 2;
  private static final int WARM = 40; // epochs until nobody compiles beside the work any more
  private static final double EPOCH = 0.65;
  private static final double LOSS = 1.1;
  private static final double SWEEP = 0.6;

  @Option(names = "--data", required = true)
  private Path data;

  @Option(names = "--target", defaultValue = "label")
  private String target;

  @Option(names = "--rows", defaultValue = "0")
  private int rows;

  @Option(names = "--epochs", defaultValue = "5")
  private int epochs;

  @Option(names = "--frequencies", defaultValue = "25,50,100,200,500", split = ",")
  private List<Integer> frequencies;

  @Option(names = "--sweep-epochs", defaultValue = "5")
  private int sweepEpochs;

  @Option(names = "--sweep-rounds", defaultValue = "2")
  private int sweepRounds;

  @Option(names = "--no-sweep")
  private boolean withoutSweep;

  @Option(names = "--no-executors")
  private boolean withoutExecutors;

  @Option(names = "--no-averaging")
  private boolean withoutAveraging;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new NetworkBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path file = rows == 0 ? data : head();
    Page.say("Network: 784-128-10 on %s, batch 64 of each worker, Adam", data.getFileName());
    Page.begin(1);
    if (!withoutAveraging) {
      averaging(file);
    }
    if (!withoutSweep) {
      sweep(file);
    }
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  private void averaging(Path file) {
    try (SparkSession spark = session("local-cluster[%d,1,4096]".formatted(EXECUTORS));
        AveragedEpochs whole = new AveragedEpochs(experiment(file, "0", epochs), spark, 1);
        AveragedEpochs parts =
            new AveragedEpochs(experiment(file, "0", epochs), spark, EXECUTORS)) {
      epochs(whole, parts);
    }
  }

  /** Epochs of all ways in turn, so that what else the machine does is shared by them. */
  private void epochs(AveragedEpochs whole, AveragedEpochs parts) {
    Map<Integer, Epochs> averaged = new LinkedHashMap<>();
    frequencies.forEach(f -> averaged.put(f, parts.averaged(f)));
    try (Epochs alone = whole.alone();
        Epochs apart = parts.apart()) {
      List<Epochs> all = new ArrayList<>(averaged.values());
      all.add(0, alone);
      all.add(1, apart);
      List<Epochs> parted = List.copyOf(averaged.values());
      for (int epoch = 0; epoch < WARM; epoch++) {
        alone.warm();
        apart.warm();
        parted.get(epoch % parted.size()).warm();
      }
      for (int epoch = 0; epoch < epochs; epoch++) {
        all.forEach(Epochs::next);
      }
      show(alone, apart, averaged, parts);
    }
    averaged.values().forEach(Epochs::close);
  }

  private void show(
      Epochs alone, Epochs apart, Map<Integer, Epochs> averaged, AveragedEpochs parts) {
    double loss = alone.loss();
    Page.part("An epoch of DL4J alone on one thread, %d epochs", epochs);
    Page.row("seconds", Samples.of(alone.seconds()).text("%.2f s"));
    Page.row("loss on the rows held out", "%.4f".formatted(loss));
    Page.part("%d executors with DL4J's fit on a part of the rows each, never averaged", EXECUTORS);
    Page.row("seconds", Samples.of(apart.seconds()).text("%.2f s"));
    Page.row("beside alone", Samples.ratios(apart.seconds(), alone.seconds()).text("%.3f"));
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int frequency : frequencies) {
      Epochs its = averaged.get(frequency);
      Samples ratios = Samples.ratios(its.seconds(), alone.seconds());
      Page.part("Averaged over %d executors every %d batches", EXECUTORS, frequency);
      Page.row("rounds of an epoch", "%d".formatted(parts.rounds(frequency)));
      Page.row("seconds", Samples.of(its.seconds()).text("%.2f s"));
      Page.row("beside alone", ratios.text("%.3f"));
      Page.row(
          "beside never averaged", Samples.ratios(its.seconds(), apart.seconds()).text("%.3f"));
      double worse = its.loss() / loss;
      Page.row("loss beside alone", "%.3f".formatted(worse));
      if (worse <= LOSS && ratios.median() < least) {
        least = ratios.median();
        best = frequency;
      }
    }
    Page.part("The best frequency");
    Page.row("batches between two averagings", best == 0 ? "none" : "%d".formatted(best));
    int often = Collections.min(frequencies);
    int seldom = Collections.max(frequencies);
    int rounds = parts.rounds(often) - parts.rounds(seldom);
    if (rounds > 0) {
      double more =
          Samples.of(averaged.get(often).seconds()).median()
              - Samples.of(averaged.get(seldom).seconds()).median();
      Page.row("what a round costs beside its batches", "%.0f ms".formatted(1000 * more / rounds));
    }
    Page.target("an epoch at most %.2f of alone".formatted(EPOCH), least <= EPOCH);
    Page.target("with a loss at most %.1f of alone".formatted(LOSS), best > 0);
  }

  /**
   * The sweep on two cores, as one process has them and as two executors have, in turn with one.
   */
  private void sweep(Path file) throws IOException {
    Page.part("Eight networks of %d epochs beside one after another on one thread", sweepEpochs);
    double local = sweep(file, "local[%d]".formatted(EXECUTORS), "swept on %d cores");
    if (!withoutExecutors) {
      sweep(
          file,
          "local-cluster[%d,1,4096]".formatted(EXECUTORS),
          "swept on %d executors of one core, sending the rows");
    }
    Page.target("on %d cores at most %.1f".formatted(EXECUTORS, SWEEP), local <= SWEEP);
  }

  /** Returns the median over rounds of the sweep's time by that of its fits one after another. */
  private double sweep(Path file, String master, String name) throws IOException {
    Experiment experiment = experiment(file, "[0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]", sweepEpochs);
    NetworkFamily family = new NetworkFamily(experiment.network().orElseThrow());
    try (SparkSession spark = session(master);
        Reading reading = new Reader(spark).read(experiment.data(), experiment.split())) {
      Dealt dealt = Dealt.of(reading, experiment);
      Engine plain = new ThreadEngine(List.of(), 1);
      double[] together = new double[sweepRounds];
      double[] inTurn = new double[sweepRounds];
      double[] sendingNothing = new double[sweepRounds];
      Engine threads = new ThreadEngine(List.of(), EXECUTORS);
      for (int round = -1; round < sweepRounds; round++) { // the first compiles everybody's code
        double[] took = {
          seconds(family, dealt.engine(), dealt),
          seconds(family, plain, dealt),
          seconds(family, threads, dealt)
        };
        if (round >= 0) {
          together[round] = took[0];
          inTurn[round] = took[1];
          sendingNothing[round] = took[2];
        }
      }
      Samples ratios = Samples.ratios(together, inTurn);
      Page.row("one after another", Samples.of(inTurn).text("%.2f s"));
      Page.row(name.formatted(EXECUTORS), Samples.of(together).text("%.2f s"));
      Page.row("ratio", ratios.text("%.3f"));
      Page.row(
          "ratio of %d threads of the driver, sending nothing".formatted(EXECUTORS),
          Samples.ratios(sendingNothing, inTurn).text("%.3f"));
      return ratios.median();
    }
  }

  private static double seconds(NetworkFamily family, Engine engine, Dealt dealt) {
    Metered metered = new Metered(dealt.engine(), engine);
    family.sweep(metered, dealt.problem(), Set.of()).results();
    return metered.units().seconds();
  }

  private Experiment experiment(Path file, String lambda, int its) {
    return Experiment.parse(
        """
        name = bench, data { path = "%s", target = "%s", task = classification }
        split { test = 0, folds = 1, cv = 0.1, seed = 1 }
        models.network { layers = [[128]], lambda = %s, epochs = %d, batch = 64 }
        """
            .formatted(file, target, lambda, its),
        "bench.conf",
        List.of());
  }

  /** The first rows of the data in a file of their own. */
  private Path head() throws IOException {
    Path out = Files.createTempFile("rows", ".csv");
    out.toFile().deleteOnExit();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                data.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(data))
                    : Files.newInputStream(data),
                StandardCharsets.UTF_8))) {
      Files.write(out, in.lines().limit(rows + 1L).toList());
    }
    return out;
  }

  private static SparkSession session(String master) {
    return SparkSession.builder()
        .appName("bench")
        .master(master)
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", HERE)
        .config("spark.driver.bindAddress", HERE)
        .config("spark.executor.memory", "3600m") // in less, Java would tidy up all the time
        .config("spark.task.maxDirectResultSize", "64m")
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config(
            "spark.executor.extraJavaOptions",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0 -XX:ActiveProcessorCount=1") // a core each
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
        .getOrCreate();
  }
}
