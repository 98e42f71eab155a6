package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Grower;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;

/**
 * One tree on all rows, by our grower and by the same algorithm in C, in turns: seconds of the one
 * thread's processor. Both begin with the rows in codes and end with the tree.
 */
final class Prototype {

  /** The program fits so often in one run. */
  private static final int FITS = 3;

  private static final Pattern FIT =
      Pattern.compile("\"fit_1thread\",\"s\":([0-9.]+),\"nodes\":([0-9]+)");

  /** Put before the program, which reads the wall's clock: that of its main thread's processor. */
  private static final String CLOCK =
      """
      #include <time.h>
      #undef CLOCK_MONOTONIC
      #define CLOCK_MONOTONIC CLOCK_THREAD_CPUTIME_ID
      """;

  private final Table table;
  private final Limits limits;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();
  private int ourNodes;
  private String theirNodes;

  Prototype(Table table, Limits limits) {
    this.table = table;
    this.limits = limits;
  }

  /** Compiles {@code source}, measures {@code rounds} times and prints. */
  void measure(Path source, Workload work, int rounds) throws IOException {
    Programs.inFolder(folder -> turns(source, work, folder, rounds));
    if (theirs.isEmpty()) {
      Page.row("the same in C", "not measured: gcc cannot build %s".formatted(source));
      return;
    }
    Samples java = samples(ours);
    Samples c = samples(theirs);
    Page.row("ours, %,d nodes".formatted(ourNodes), java.text("%.3f s"));
    Page.row("the same in C, %s nodes".formatted(theirNodes), c.text("%.3f s"));
    Page.row("ratio of the medians", "%.2f".formatted(java.median() / c.median()));
    Page.row("ratio of the least", "%.2f".formatted(java.min() / c.min()));
    Page.target("at most 1.3", java.median() <= 1.3 * c.median());
  }

  private void turns(Path source, Workload work, Path folder, int rounds) throws IOException {
    Path program = folder.resolve("prototype");
    if (!compile(source, folder, program)) {
      return;
    }
    Path data = folder.resolve("data");
    Raw.write(work, data);
    int columns = table.columns().size();
    List<String> command =
        List.of(program.toString(), "" + table.rows(), "" + columns, data.toString());
    for (int round = 0; round < rounds; round++) {
      for (int fit = 0; fit < FITS; fit++) {
        ours.add(grow());
      }
      for (MatchResult fit : FIT.matcher(Programs.run(command).orElse("")).results().toList()) {
        theirs.add(Double.parseDouble(fit.group(1)));
        theirNodes = fit.group(2);
      }
    }
  }

  private static boolean compile(Path source, Path folder, Path program) throws IOException {
    Path clock = folder.resolve("clock.h");
    Files.writeString(clock, CLOCK);
    List<String> command =
        List.of(
            "gcc",
            "-O3",
            "-march=native",
            "-ffast-math",
            "-fopenmp",
            "-include",
            clock.toString(),
            "-o",
            program.toString(),
            source.toString(),
            "-lm");
    return Programs.run(command).isPresent();
  }

  private double grow() {
    long from = Kernels.now();
    Grower grower = new Grower(table, Impurity.ENTROPY, limits);
    int[] rows = IntStream.range(0, table.rows()).toArray();
    ourNodes = grower.grow(rows, Optional.empty(), new int[0], Optional.empty()).tree().nodes();
    return (Kernels.now() - from) / 1e9;
  }

  private static Samples samples(List<Double> values) {
    return Samples.of(values.stream().mapToDouble(v -> v).toArray());
  }
}
