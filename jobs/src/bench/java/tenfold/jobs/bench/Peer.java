package tenfold.jobs.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tenfold.core.data.Block;

/**
 * Forests of others, where they are installed: a program that fits one from a matrix in memory and
 * writes the seconds that it took by its own clock.
 *
 * @param interpreter what runs the program, given as an argument
 */
record Peer(String name, List<String> interpreter, String program) {

  static final Peer RANGER =
      new Peer(
          "ranger",
          List.of("Rscript", "-e"),
          """
          suppressMessages(library(ranger))
          a <- commandArgs(TRUE)
          n <- as.integer(a[2])
          p <- as.integer(a[3])
          x <- matrix(readBin(paste0(a[1], '_X.bin'), 'double', n * p), n, p)
          colnames(x) <- paste0('x', seq_len(p))
          y <- factor(readBin(paste0(a[1], '_y.bin'), 'double', n))
          t <- system.time(ranger(x = x, y = y, num.trees = as.integer(a[4]),
              max.depth = as.integer(a[5]), num.threads = as.integer(a[6]),
              seed = 1, oob.error = FALSE))
          cat(t[['elapsed']])
          """);

  /** Seconds of a forest on the rows that {@link Raw} wrote; empty where it is not installed. */
  OptionalDouble fit(Path data, Workload work, int trees, int depth, int threads) {
    int rows = work.blocks().stream().mapToInt(Block::rows).sum();
    int columns = work.problem().schema().numbers().size();
    List<String> command = new ArrayList<>(interpreter);
    command.add(program);
    command.add(data.toString());
    for (int number : new int[] {rows, columns, trees, depth, threads}) {
      command.add(Integer.toString(number));
    }
    return Programs.run(command).stream()
        .mapToDouble(out -> Double.parseDouble(out.strip()))
        .findFirst();
  }
}
