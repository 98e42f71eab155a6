package tenfold.core.data;

/**
 * The rows of a block as numbers: scaled numbers, and for each name column the one 0/1 column that
 * is 1. It stands in for the wide matrix of zeros and ones, which is never built whole.
 */
public final class Encoded {

  private final int rows;
  private final int numbers;
  private final int names;
  private final double[] z;
  private final int[] hot;

  Encoded(int rows, int numbers, int names, double[] z, int[] hot) {
    this.rows = rows;
    this.numbers = numbers;
    this.names = names;
    this.z = z;
    this.hot = hot;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number columns. */
  public int numbers() {
    return numbers;
  }

  /** Name columns. */
  public int names() {
    return names;
  }

  /** Scaled numbers, row-major, {@code rows * numbers} values; never NaN. */
  public double[] z() {
    return z;
  }

  /**
   * Which 0/1 column is 1, row-major, {@code rows * names} indices from 0 over all names; -1 for
   * none.
   */
  public int[] hot() {
    return hot;
  }
}
