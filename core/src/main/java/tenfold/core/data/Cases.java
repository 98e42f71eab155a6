package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/**
 * The whole training part as every executor holds it for independent fits: rows in the order of
 * their keys, whatever the order and partitioning in which they were read. How the inputs are held
 * is up to the learners: coded in a {@link Table}, or as they are in a {@link RawTable}.
 */
public sealed interface Cases extends Serializable permits Table, RawTable {

  /** What is known of the rows beside their inputs. */
  Facts facts();

  /** Number of rows. */
  default int rows() {
    return facts().rows();
  }

  /** The classes in order, of several labels two for each; empty for a regression. */
  default List<String> classes() {
    return facts().classes();
  }

  /** Regression: the numbers to predict, less the problem's shift. */
  default double[] target() {
    return facts().target();
  }

  /** Classification: the class of each row; of several labels those of each row, row-major. */
  default int[] label() {
    return facts().label();
  }

  /** Whether rows have weights of their own. */
  default boolean weighted() {
    return facts().weighted();
  }

  /** Weight of row {@code i}: 1 unless the data name a column of weights. */
  default double weight(int i) {
    return facts().weight(i);
  }

  /**
   * The part of each row in a repeat: a fold, or {@code Folds.NEVER}. Under leave-one-out and out
   * of bag: the number of the unit, from 0, that leaves together.
   */
  default int[] part(int repeat) {
    return facts().part(repeat);
  }
}
