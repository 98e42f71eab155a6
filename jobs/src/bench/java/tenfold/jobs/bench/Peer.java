package tenfold.jobs.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tenfold.core.data.Block;

/**
 * What others make of the same rows, where they are installed: a program that works from a matrix
 * in memory and writes the seconds that it took by its own clock.
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

  /** All lambdas on all folds, as its documentation has it: what the folds share is reused. */
  static final Peer SCIKIT_LEARN =
      new Peer(
          "scikit-learn, LogisticRegressionCV",
          List.of("python3", "-c"),
          """
          import sys, time, numpy
          from sklearn.linear_model import LogisticRegressionCV
          at, n, p, folds, threads = sys.argv[1], *map(int, sys.argv[2:])
          x = numpy.ascontiguousarray(numpy.fromfile(at + '_X.bin').reshape(p, n).T)
          y = numpy.fromfile(at + '_y.bin')
          fold = numpy.fromfile(at + '_fold.bin', numpy.int32)
          cuts = [(numpy.flatnonzero(fold != f), numpy.flatnonzero(fold == f))
              for f in range(folds)]
          start = time.perf_counter()
          LogisticRegressionCV(Cs=numpy.logspace(-3, 3, 13), cv=cuts, n_jobs=threads,
              max_iter=1000).fit(x, y)
          print(time.perf_counter() - start)
          """);

  /** The same; its lambda is ours over the rows that train. */
  static final Peer GLMNET =
      new Peer(
          "cv.glmnet",
          List.of("Rscript", "-e"),
          """
          suppressMessages(library(glmnet))
          a <- commandArgs(TRUE)
          n <- as.integer(a[2])
          p <- as.integer(a[3])
          x <- matrix(readBin(paste0(a[1], '_X.bin'), 'double', n * p), n, p)
          y <- readBin(paste0(a[1], '_y.bin'), 'double', n)
          fold <- readBin(paste0(a[1], '_fold.bin'), 'integer', n, 4)
          t <- system.time(cv.glmnet(x, y, family = 'binomial', alpha = 0,
              lambda = 10 ^ seq(3, -3, length.out = 13) / (0.9 * n), foldid = fold + 1L,
              type.measure = 'class'))
          cat(t[['elapsed']])
          """);

  /**
   * Seconds of the program on the rows that {@link Raw} wrote; empty where it is not installed.
   *
   * @param settings handed to it after the numbers of rows and columns
   */
  OptionalDouble seconds(Path data, Workload work, int... settings) {
    int rows = work.blocks().stream().mapToInt(Block::rows).sum();
    int columns = work.problem().schema().numbers().size();
    List<String> command = new ArrayList<>(interpreter);
    command.addAll(
        List.of(program, data.toString(), Integer.toString(rows), Integer.toString(columns)));
    for (int setting : settings) {
      command.add(Integer.toString(setting));
    }
    return Programs.run(command).stream()
        .mapToDouble(out -> Double.parseDouble(out.strip()))
        .findFirst();
  }
}
