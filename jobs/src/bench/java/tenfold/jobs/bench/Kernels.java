package tenfold.jobs.bench;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import tenfold.core.data.Block;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.ridge.Probe;

/**
 * Rates of sums of products on one thread, in GFLOP a second of processor by syrk's count: {@code n
 * q (q + 1)} for {@code n} rows of {@code q} columns.
 *
 * @param pass the moments pass: scaling, folds, terms and sums from the rows as they are in memory
 * @param alone for each of {@link #SHAPES} dsyrk of the native BLAS by itself, on as many rows with
 *     their terms already there
 * @param plain the same of the BLAS in plain Java
 */
record Kernels(Samples pass, List<Samples> alone, List<Samples> plain) {

  /** Rows that one call of dsyrk is given: those of a fold in a block, a chunk, and a block. */
  static final List<Integer> SHAPES = List.of(408, 504, 1024, 4096);

  private static final long ENOUGH = 150_000_000;

  /** Measures all in turn, {@code rounds} times. */
  static Kernels measure(Workload work, int rounds) {
    Blas.name(); // loads the native library that the next line finds
    BLAS nativeBlas = NativeBLAS.getInstance();
    BLAS javaBlas = JavaBLAS.getInstance();
    List<Block> blocks = work.blocks();
    int q = Probe.order(work.problem(), RidgeWork.DEGREE);
    double[][] alone = new double[SHAPES.size()][rounds];
    double[][] plain = new double[SHAPES.size()][rounds];
    double[] pass = new double[rounds];
    for (int round = -1; round < rounds; round++) { // the first to warm up
      double ours = pass(work, blocks, q);
      for (int s = 0; s < SHAPES.size(); s++) {
        int rows = Math.min(SHAPES.get(s), blocks.get(0).rows());
        double[] x = Probe.expanded(work.problem(), RidgeWork.DEGREE, blocks.get(0), rows);
        double byNative = rate(nativeBlas, x, rows, q);
        double byJava = rate(javaBlas, x, rows, q);
        if (round >= 0) {
          pass[round] = ours;
          alone[s][round] = byNative;
          plain[s][round] = byJava;
        }
      }
    }
    return new Kernels(Samples.of(pass), samples(alone), samples(plain));
  }

  /** Place of the shape at which {@code rates} are best by their medians. */
  static int best(List<Samples> rates) {
    double[] medians = rates.stream().mapToDouble(Samples::median).toArray();
    double most = DoubleStream.of(medians).max().orElseThrow();
    int at = 0;
    while (medians[at] < most) {
      at++;
    }
    return at;
  }

  private static double pass(Workload work, List<Block> blocks, int q) {
    long from = now();
    long rows = Probe.moments(work.problem(), RidgeWork.DEGREE, blocks);
    return flops(rows, q) / (now() - from);
  }

  private static double rate(BLAS blas, double[] x, int rows, int q) {
    double[] gram = new double[q * q];
    long calls = 0;
    long from = now();
    long spent;
    do {
      blas.dsyrk("L", "T", q, rows, 1, x, rows, 1, gram, q);
      calls++;
      spent = now() - from;
    } while (spent < ENOUGH);
    return calls * flops(rows, q) / spent;
  }

  /** Nanoseconds of processor that this thread has had: others on the machine do not count. */
  static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double flops(long rows, int q) {
    return (double) rows * q * (q + 1);
  }

  private static List<Samples> samples(double[][] values) {
    return Arrays.stream(values).map(Samples::of).toList();
  }
}
