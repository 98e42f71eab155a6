package tenfold.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelTest {

  private static double[] normal(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  /** Row i, column j of {@code x'x} for columns {@code ld} apart. */
  private static double gram(double[] x, int rows, int ld, int i, int j) {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += x[i * ld + r] * x[j * ld + r];
    }
    return sum;
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theBundledLibraryIsTheOneInUse() {
    assertThat(Blas.name()).isEqualTo("OpenBLAS (bundled)");
  }

  @Property(tries = 50)
  void gramIsTheSumOfProductsAndTheUpperTriangleIsLeftAlone(
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 20) int q,
      @ForAll long seed) {
    int ld = rows + 3;
    double[] x = normal(ld * q, seed);
    double[] g = new double[q * q];
    java.util.Arrays.fill(g, 7);

    Blas.addGram(x, rows, ld, q, g);

    for (int j = 0; j < q; j++) {
      for (int i = 0; i < q; i++) {
        double expected = i >= j ? 7 + gram(x, rows, ld, i, j) : 7;
        assertThat(g[j * q + i]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  /**
   * The leading block of a larger matrix has the bytes of the smaller: what lets a candidate of a
   * higher degree leave the others alone.
   */
  @Property(tries = 50)
  void moreColumnsChangeNoByteOfTheFirst(
      @ForAll @IntRange(min = 1, max = 520) int rows,
      @ForAll @IntRange(min = 1, max = 90) int few,
      @ForAll @IntRange(min = 1, max = 90) int more,
      @ForAll long seed) {
    int q = few + more;
    double[] x = normal(rows * q, seed);
    double[] small = new double[few * few];
    double[] large = new double[q * q];

    Blas.addGram(x, rows, rows, few, small);
    Blas.addGram(x, rows, rows, q, large);

    for (int j = 0; j < few; j++) {
      for (int i = j; i < few; i++) {
        assertThat(large[j * q + i]).isEqualTo(small[j * few + i]);
      }
    }
  }

  @Property(tries = 50)
  void eigenvectorsTurnTheMatrixDiagonal(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    double[] x = normal(n * n, seed);
    double[] a = new double[n * n];
    Blas.addGram(x, n, n, n, a);

    double[] v = a.clone();
    double[] e = Eigen.decompose(v, n);

    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double back = 0;
        for (int k = 0; k < n; k++) {
          back += v[k * n + i] * e[k] * v[k * n + j];
        }
        assertThat(back).isCloseTo(a[j * n + i], within(1e-12 * n));
        assertThat(gram(v, n, n, i, j)).isCloseTo(i == j ? 1 : 0, within(1e-13 * n));
      }
    }
    assertThat(e).isSorted();
  }

  @Property(tries = 50)
  void factorsOfTheSameRowsHaveTheSameGramHoweverTheyWereAdded(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 12) int q,
      @ForAll @IntRange(min = 1, max = 7) int step,
      @ForAll long seed) {
    double[] x = normal(rows * q, seed);
    double[] r = new double[q * q];
    for (int from = 0; from < rows; from += step) {
      int some = Math.min(step, rows - from);
      double[] part = new double[some * q];
      for (int j = 0; j < q; j++) {
        System.arraycopy(x, j * rows + from, part, j * some, some);
      }
      Qr.append(r, q, part, some, some);
    }

    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(gram(r, q, q, i, j)).isCloseTo(gram(x, rows, rows, i, j), within(1e-12 * rows));
        assertThat(i > j ? r[j * q + i] : 0).isZero();
      }
    }
  }

  @Property(tries = 50)
  void singularVectorsMultiplyBack(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
    double[] a = normal(n * n, seed);

    Svd svd = Svd.of(a.clone(), n);

    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double back = 0;
        for (int k = 0; k < n; k++) {
          back += svd.u()[k * n + i] * svd.s()[k] * svd.v()[k * n + j];
        }
        assertThat(back).isCloseTo(a[j * n + i], within(1e-13 * n));
      }
    }
  }

  @Test
  void nothingHasNoDecomposition() {
    assertThat(Eigen.decompose(new double[0], 0)).isEmpty();
    assertThat(Svd.of(new double[0], 0).s()).isEmpty();
    assertThat(Blas.apply(new double[0], new double[0])).isEmpty();
  }
}
