package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.RawTable;
import tenfold.core.learn.network.BesideScratch;
import tenfold.core.learn.network.BesideScratch.Schooling;
import tenfold.core.learn.network.BesideScratch.Tasks;
import tenfold.core.learn.network.Layer;
import tenfold.jobs.spark.DrawnDigits;

/**
 * {@code submit-scripts/bench transfer}: what a network of the digits 0 to 4 is worth to one of 5
 * to 9 that has few rows. Both arms see the same rows, as many of each digit, as often; errors are
 * those of rows that neither sees.
 */
@Command(name = "transfer")
public final class TransferBench implements Callable<Integer> {

  private static final int SIDE = 14; // of a drawn digit

  @Option(names = "--data", defaultValue = "data")
  private Path data;

  @Option(names = "--rows", split = ",", defaultValue = "20,50,100,200")
  private int[] rows;

  @Option(names = "--seeds", defaultValue = "5")
  private int seeds;

  @Option(names = "--first-seed", defaultValue = "1")
  private long firstSeed;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TransferBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<Layer> small =
        List.of(new Layer.Conv(8, 3, 1, null), new Layer.Pool(2), new Layer.Dense(32, null));
    List<Layer> larger =
        List.of(
            new Layer.Conv(8, 3, 1, null),
            new Layer.Pool(2),
            new Layer.Conv(16, 3, 1, null),
            new Layer.Pool(2),
            new Layer.Dense(32, null));
    Tasks written =
        new Tasks(
            table(data.resolve("digits-0-4.csv")),
            table(data.resolve("digits-5-9.csv")),
            8,
            small,
            2,
            0.1);
    beside("Handwritten digits of 8 x 8, 901 of 0 to 4", written, new Schooling(20, 16, 0.01, 0.1));
    Tasks drawn =
        new Tasks(
            DrawnDigits.of("rows=8000&digits=0-4&seed=1", SIDE),
            DrawnDigits.of("rows=1500&digits=5-9&seed=2", SIDE),
            SIDE,
            larger,
            0,
            1);
    beside(
        "Digits drawn in fonts, 14 x 14, 8,000 of 0 to 4", drawn, new Schooling(6, 32, 0.005, 0.1));
    return CommandLine.ExitCode.OK;
  }

  /** Prints one table. */
  private void beside(String what, Tasks tasks, Schooling schooling) {
    double[][] scratch = new double[rows.length][seeds];
    double[][] transferred = new double[rows.length][seeds];
    for (int seed = 0; seed < seeds; seed++) {
      BesideScratch pair = new BesideScratch(tasks, schooling, firstSeed + seed);
      for (int r = 0; r < rows.length; r++) {
        scratch[r][seed] = pair.scratch(rows[r]);
        transferred[r][seed] = pair.transferred(rows[r]);
      }
    }
    Page.say("%s; %d of the hidden layers stay for 20 of 60 epochs", what, tasks.frozen());
    Page.say(
        "Errors on other rows of 5 to 9; means of seeds %d to %d ± standard errors",
        firstSeed, firstSeed + seeds - 1);
    Page.say("");
    Page.say("  rows  from scratch     transferred      better by");
    boolean reached = false;
    for (int r = 0; r < rows.length; r++) {
      double[] gains = new double[seeds];
      for (int s = 0; s < seeds; s++) {
        gains[s] = scratch[r][s] - transferred[r][s];
      }
      Page.say("  %4d  %s  %s  %s", rows[r], text(scratch[r]), text(transferred[r]), text(gains));
      reached |= rows[r] <= 50 && mean(gains) > 2 * error(gains);
    }
    Page.target("better by more than two standard errors at 20 or at 50 rows", reached);
    Page.say("");
  }

  private static String text(double[] values) {
    return "%6.2f%% ± %.2f%%".formatted(100 * mean(values), 100 * error(values));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double error(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  /** The digits of a file; their class is the last column. */
  private static RawTable table(Path file) throws IOException {
    List<String[]> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(line.split(",", -1));
    }
    String[] names = lines.remove(0);
    int last = names.length - 1;
    List<String> classes =
        lines.stream().map(l -> l[last]).distinct().sorted().collect(Collectors.toList());
    int[] label = lines.stream().mapToInt(l -> classes.indexOf(l[last])).toArray();
    float[][] columns = new float[last][lines.size()];
    for (int c = 0; c < last; c++) {
      for (int i = 0; i < lines.size(); i++) {
        columns[c][i] = Float.parseFloat(lines.get(i)[c]);
      }
    }
    return DrawnDigits.table(List.of(names).subList(0, last), columns, label, classes);
  }
}
