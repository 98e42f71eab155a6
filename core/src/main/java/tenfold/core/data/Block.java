package tenfold.core.data;

import java.io.Serializable;

/**
 * A run of rows as read, column by column: the unit in which data are held, shipped and worked
 * through.
 *
 * <p>A block's rows stand in the order of reading. Names are codes into the block's own levels,
 * because the levels of the whole data are known only after a pass over it. Arrays are shared, not
 * copied; nobody but the builder writes.
 */
public final class Block implements Serializable {

  private static final long serialVersionUID = 1;

  private final int rows;
  private final long place;
  private final double[][] numbers;
  private final int[][] codes;
  private final String[][] levels;
  private final double[] target;
  private final String[] labels;
  private final double[] weight;
  private final long[] key;
  private final long[] group;
  private final long[] order;
  private final int[] fold;
  private final String[][] ids;

  Block(BlockBuilder from) {
    rows = from.rows();
    place = from.place();
    numbers = from.numbers();
    codes = from.codes();
    levels = from.levels();
    target = from.target();
    labels = from.labels();
    weight = from.weight();
    key = from.key();
    group = from.group();
    order = from.order();
    fold = from.fold();
    ids = from.ids();
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /**
   * A name for the block's first row: no two rows of a data set have the same {@code place() + i}.
   */
  public long place() {
    return place;
  }

  /**
   * Values of number column {@code j} of the schema's {@link Schema#numbers()}; NaN where missing.
   */
  public double[] numbers(int j) {
    return numbers[j];
  }

  /**
   * Levels of name column {@code j} of the schema's {@link Schema#names()}, as indices into {@link
   * #levels}; -1 missing.
   */
  public int[] codes(int j) {
    return codes[j];
  }

  /** The distinct levels of name column {@code j} in this block, in order of appearance. */
  public String[] levels(int j) {
    return levels[j];
  }

  /** Regression: the numbers to predict. Classification: indices into {@link #labels}. */
  public double[] target() {
    return target;
  }

  /**
   * Classification: the distinct labels in this block, in order of appearance, several of a row
   * {@linkplain Labels#joined joined}; null for regression.
   */
  public String[] labels() {
    return labels;
  }

  /** Whether rows have weights of their own. */
  public boolean weighted() {
    return weight != null;
  }

  /** Weight of row {@code i}: 1 unless the data name a column of weights. */
  public double weight(int i) {
    return weight == null ? 1 : weight[i];
  }

  /**
   * Hash of each row's content, used features and target after typing: equal rows have equal keys.
   */
  public long[] key() {
    return key;
  }

  /** Hash of the columns by which rows are grouped, or null where nothing groups them. */
  public long[] group() {
    return group;
  }

  /** Place of each row on the time axis, or null where the data are not ordered. */
  public long[] order() {
    return order;
  }

  /** The user's own fold of each row (-1: test part), or null. */
  public int[] fold() {
    return fold;
  }

  /** Values of id column {@code j}; null where missing. */
  public String[] ids(int j) {
    return ids[j];
  }
}
