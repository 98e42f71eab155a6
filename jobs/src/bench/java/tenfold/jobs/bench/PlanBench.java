package tenfold.jobs.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.core.data.Block;

/**
 * {@code submit-scripts/bench plan}: what {@code tenfold plan} predicts for one executor of one
 * core and for two, beside what {@code tenfold sweep} then takes on them. Each is a process of its
 * own, by the launcher, as users run them.
 */
@Command(name = "plan")
public final class PlanBench implements Callable<Integer> {

  private static final int EXECUTORS = 2;
  private static final double WITHIN = 0.3;
  private static final String LAUNCHER = System.getProperty("tenfold.launcher");

  /** Every family, each for a while; ridge predicts one column from the others. */
  private static final Map<String, String> SWEEPS = new LinkedHashMap<>();

  static {
    SWEEPS.put(
        "ridge",
        "data { target = x0, task = regression, ignore = [y] }, models.ridge { degree = [1, 2], lambda = [0.01, 0.1, 1, 10] }");
    SWEEPS.put("logistic", "models.logistic.lambda = [0.001, 0.01, 0.1, 1, 10, 100, 1000]");
    SWEEPS.put("tree", "models.tree.max-depth = \"1..20\"");
    SWEEPS.put("forest", "models.forest { trees = [4, 16], max-depth = [4, 8, 12, 16] }");
    SWEEPS.put("boost", "models.boost { rounds = [10, 20, 30], max-depth = 6 }");
    SWEEPS.put("network", "models.network { layers = [[32]], epochs = 1, batch = 64 }");
  }

  @Option(names = "--rows", defaultValue = "200000")
  private int rows;

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds;

  @Option(names = "--families", split = ",")
  private List<String> families = List.copyOf(SWEEPS.keySet());

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PlanBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || !SWEEPS.keySet().containsAll(families)) {
      throw new IllegalArgumentException(
          "--rounds is %d and --families %s; use at least one of each, of %s"
              .formatted(rounds, families, SWEEPS.keySet()));
    }
    Page.say("Plan: %,d rows, %d columns, csv; ten folds", rows, ClassWork.COLUMNS);
    Page.begin(1);
    Programs.inFolder(
        folder -> {
          Path data = folder.resolve("rows.csv");
          write(data);
          for (String family : families) {
            measure(family, data, folder);
          }
        });
    Page.end();
    return CommandLine.ExitCode.OK;
  }

  /** Seconds of the sweep and of the refit: predicted of the largest candidate. */
  private record Took(double sweep, double refit) {}

  private void measure(String family, Path data, Path folder) throws IOException {
    Path conf = folder.resolve(family + ".conf");
    Files.writeString(
        conf,
        """
        name = "%s", data { path = "%s", target = y }, split { test = 0, folds = 10 }
        %s
        """
            .formatted(family, data, SWEEPS.get(family)));
    List<List<Took>> predicted = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Took>> measured = List.of(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < rounds; round++) {
      List<Took> plan = plan(conf);
      for (int executors = 1; executors <= EXECUTORS; executors++) {
        predicted.get(executors - 1).add(plan.get(executors - 1));
        Path run = folder.resolve("%s-%d-%d".formatted(family, round, executors));
        measured.get(executors - 1).add(sweep(conf, executors, run));
      }
    }
    for (int executors = 1; executors <= EXECUTORS; executors++) {
      Page.part("%s on %d executor%s of one core", family, executors, executors == 1 ? "" : "s");
      show(predicted.get(executors - 1), measured.get(executors - 1));
    }
  }

  private static void show(List<Took> predicted, List<Took> measured) {
    Page.row("sweep, predicted", sweeps(predicted).text("%.2f s"));
    Page.row("sweep, measured", sweeps(measured).text("%.2f s"));
    Samples ratio = Samples.ratios(sweeps(predicted).values(), sweeps(measured).values());
    Page.row("predicted by measured", ratio.text("%.2f"));
    Page.row("refit of the largest, predicted", refits(predicted).text("%.2f s"));
    Page.row("refit of the winner, measured", refits(measured).text("%.2f s"));
    Page.target(
        "within %.0f%% of what is measured".formatted(100 * WITHIN),
        Math.abs(ratio.median() - 1) <= WITHIN);
  }

  private static Samples sweeps(List<Took> all) {
    return Samples.of(all.stream().mapToDouble(Took::sweep).toArray());
  }

  private static Samples refits(List<Took> all) {
    return Samples.of(all.stream().mapToDouble(Took::refit).toArray());
  }

  /** What one executor plans, for itself and for as many as there can be. */
  private static List<Took> plan(Path conf) {
    String text = launched(1, "plan", conf.toString(), "--executors", "" + EXECUTORS);
    return List.of(row(text, "here, 1 core"), row(text, "on %d executors".formatted(EXECUTORS)));
  }

  /** A row of the plan's times: where, read and profile, sweep, refit. */
  private static Took row(String text, String where) {
    String[] cells =
        text.lines()
            .map(String::strip)
            .filter(line -> line.startsWith(where))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no times in\n" + text))
            .split(" {2,}", 0);
    return new Took(seconds(cells[2]), seconds(cells[3]));
  }

  private static double seconds(String said) {
    String[] words = said.split(" ", 2);
    return Double.parseDouble(words[0]) * Map.of("s", 1, "min", 60, "h", 3600).get(words[1]);
  }

  private static Took sweep(Path conf, int executors, Path run) throws IOException {
    launched(executors, "sweep", conf.toString(), "--run", run.toString());
    JsonNode report = new ObjectMapper().readTree(run.resolve("report.json").toFile());
    JsonNode seconds = report.get("cost").get("seconds");
    return new Took(seconds.get("sweep").asDouble(), seconds.get("refit").asDouble());
  }

  private static String launched(int executors, String... program) {
    List<String> command = new ArrayList<>(List.of("env", "-u", "SPARK_HOME", LAUNCHER));
    command.addAll(List.of(program));
    command.addAll(
        List.of(
            "--master",
            "local-cluster[%d,1,2048]".formatted(executors),
            "--executor-memory",
            "2g",
            "--conf",
            "spark.scheduler.minRegisteredResourcesRatio=1"));
    return Programs.run(command)
        .orElseThrow(() -> new IllegalStateException("failed: " + String.join(" ", command)));
  }

  private void write(Path file) throws IOException {
    Workload work = ClassWork.of(rows, ClassWork.COLUMNS, 1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < ClassWork.COLUMNS; j++) {
        line.append('x').append(j).append(',');
      }
      out.append(line).append("y\n");
      for (Block block : work.blocks()) {
        double[] y = work.target(block);
        for (int i = 0; i < block.rows(); i++) {
          line.setLength(0);
          for (int j = 0; j < ClassWork.COLUMNS; j++) {
            line.append((float) block.numbers(j)[i]).append(',');
          }
          out.append(line).append(y[i] > 0 ? "1\n" : "0\n");
        }
      }
    }
  }
}
