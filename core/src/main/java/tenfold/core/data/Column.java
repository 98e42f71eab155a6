package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/**
 * What the bytes of one column of a {@link Table} stand for. A byte is a code from 0; a column has
 * at most 255 of them beside {@link #none()}.
 *
 * <p>A number's codes are runs of neighbouring values in ascending order, so that a feature splits
 * by "at most". A name's codes are its levels: each is a 0/1 feature of its own, answered by the
 * one column. A name of more than 255 levels takes several columns.
 */
public sealed interface Column extends Serializable {

  /** Largest number of codes in one column. */
  int CODES = 255;

  /** The data's column that this is, or is a part of. */
  String name();

  /** Which feature of the table is this column's first. */
  int first();

  /** Number of codes, beside {@link #none()}. */
  int codes();

  /** Number of features that the column answers. */
  int features();

  /**
   * The code after the last: a number that is missing, or a name that has none of this column's
   * levels.
   */
  default int none() {
    return codes();
  }

  /**
   * A column of numbers.
   *
   * @param low smallest value of each code in the training part, ascending
   * @param high largest value of each code in the training part; equal to {@code low} where every
   *     value has a code of its own
   * @param missing whether the training part has rows without a value
   */
  record Numbers(String name, int first, List<Double> low, List<Double> high, boolean missing)
      implements Column {

    public Numbers {
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    /** Smallest value of code {@code c}. */
    public double low(int c) {
      return low.get(c);
    }

    /** Largest value of code {@code c}. */
    public double high(int c) {
      return high.get(c);
    }

    @Override
    public int codes() {
      return low.size();
    }

    @Override
    public int features() {
      return 1;
    }
  }

  /**
   * Levels of a name; the level of code {@code c} is feature {@code first + c}.
   *
   * @param labels names of the 0/1 features, one for each level, such as {@code state=KS}
   */
  record Levels(String name, int first, List<String> labels) implements Column {

    public Levels {
      labels = List.copyOf(labels);
    }

    @Override
    public int codes() {
      return labels.size();
    }

    @Override
    public int features() {
      return labels.size();
    }
  }
}
