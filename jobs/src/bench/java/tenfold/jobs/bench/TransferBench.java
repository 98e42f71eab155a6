package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.Facts;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.learn.network.BesideScratch;
import tenfold.core.learn.network.Layer;

/**
 * {@code submit-scripts/bench transfer}: what a network of the digits 0 to 4 is worth to one of 5
 * to 9 that has few rows. Both arms see the same rows as often; errors are those of 696 other rows.
 */
@Command(name = "transfer")
public final class TransferBench implements Callable<Integer> {

  @Option(names = "--data", defaultValue = "data")
  private Path data;

  @Option(names = "--rows", split = ",", defaultValue = "20,50,100,200")
  private int[] rows;

  @Option(names = "--seeds", defaultValue = "5")
  private int seeds;

  @Option(names = "--first-seed", defaultValue = "1")
  private long firstSeed;

  @Option(names = "--layers", split = ",", defaultValue = "32")
  private List<Integer> layers;

  @Option(names = "--freeze-to", defaultValue = "2")
  private int freezeTo;

  @Option(names = "--lambda", defaultValue = "1")
  private double lambda;

  @Option(names = "--conv", defaultValue = "8")
  private int conv;

  @Option(names = "--rate", defaultValue = "0.003")
  private double rate;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TransferBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    RawTable source = table(data.resolve("digits-0-4.csv"));
    RawTable task = table(data.resolve("digits-5-9.csv"));
    List<Layer> hidden =
        new ArrayList<>(
            conv == 0
                ? List.<Layer>of()
                : List.of(new Layer.Conv(conv, 3, 1, null), new Layer.Pool(2)));
    layers.forEach(units -> hidden.add(new Layer.Dense(units, null)));
    Page.say(
        "Transfer: hidden layers %s, %d of which stay for 20 epochs, then 40 of fine-tuning at %s; from scratch: 60",
        hidden, freezeTo, rate);
    double[][] scratch = new double[rows.length][seeds];
    double[][] transferred = new double[rows.length][seeds];
    for (int seed = 0; seed < seeds; seed++) {
      BesideScratch pair =
          new BesideScratch(source, task, hidden, freezeTo, lambda, rate, firstSeed + seed);
      for (int r = 0; r < rows.length; r++) {
        scratch[r][seed] = pair.scratch(rows[r]);
        transferred[r][seed] = pair.transferred(rows[r]);
      }
    }
    Page.say(
        "Errors on 696 rows of 5 to 9; means of seeds %d to %d ± standard errors",
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
    return CommandLine.ExitCode.OK;
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
    List<Inputs.Input> inputs = new ArrayList<>();
    for (int c = 0; c < last; c++) {
      for (int i = 0; i < lines.size(); i++) {
        columns[c][i] = Float.parseFloat(lines.get(i)[c]);
      }
      inputs.add(new Inputs.Input(names[c], Kind.NUMBER, List.of(), false));
    }
    int[][] part = {IntStream.range(0, label.length).map(i -> 0).toArray()};
    return new RawTable(new Inputs(inputs), columns, new Facts(classes, null, label, null, part));
  }
}
