package tenfold.core.learn.ridge;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenfold.core.data.Block;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * One thread's moments of 200,000 rows of 8 columns, for 10 folds, beside the bare rank-k update
 * that it stands on. The aim is 70 % of the latter's speed at degree 3.
 *
 * <p>Run: {@code mvn -Pjmh -pl core test-compile exec:exec -Djmh.args=MomentsBench}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MomentsBench {

  private static final int ROWS = 200_000;

  @Param({"2", "3"})
  private int degree;

  private Problem problem;
  private Terms terms;
  private Block block;
  private MomentsPass pass;
  private double[] x;

  /** Makes the block, and a chunk of the same width for the bare update. */
  @Setup
  public void prepare() {
    Rows rows = Rows.random(ROWS, 8, 10, 1);
    problem = rows.problem();
    terms = new Terms(0, 8, degree, Terms.Mixing.ALL);
    block = rows.block();
    pass = new MomentsPass(problem, terms, new Parting.ByFold(problem.folds()));
    x = new Random(1).doubles((long) Expander.ROWS * (terms.count() + 2)).toArray();
  }

  /** Encoding, parting, terms and update. */
  @Benchmark
  public Moments pass() {
    Moments moments = pass.zero();
    pass.add(moments, block);
    return moments;
  }

  /** The update alone, on as many rows. */
  @Benchmark
  public double[] update() {
    int q = terms.count() + 2;
    double[] gram = new double[q * q];
    for (int row = 0; row < ROWS; row += Expander.ROWS) {
      Blas.addGram(x, Math.min(Expander.ROWS, ROWS - row), Expander.ROWS, q, gram);
    }
    return gram;
  }
}
