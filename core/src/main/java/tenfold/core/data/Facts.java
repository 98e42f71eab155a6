package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of each row of the training part beside its inputs. Arrays are shared, not copied;
 * nobody but the builder writes.
 */
public final class Facts implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<String> classes;
  private final double[] target;
  private final int[] label;
  private final double[] weight;
  private final int[][] part;

  /**
   * Facts of some rows.
   *
   * @param classes names of the classes in order, of several labels two for each; empty for a
   *     regression
   * @param target regression: a number for each row, less the problem's shift; else null
   * @param label classification: the class of each row, or row-major which of its two classes each
   *     of several labels has; else null
   * @param weight of each row; null where every row counts once
   * @param part for each repeat the part of each row: a fold, or {@code Folds.NEVER}
   */
  public Facts(List<String> classes, double[] target, int[] label, double[] weight, int[][] part) {
    this.classes = List.copyOf(classes);
    this.target = target;
    this.label = label;
    this.weight = weight;
    this.part = part;
  }

  /** Number of rows. */
  int rows() {
    return part[0].length;
  }

  List<String> classes() {
    return classes;
  }

  double[] target() {
    return target;
  }

  int[] label() {
    return label;
  }

  boolean weighted() {
    return weight != null;
  }

  double weight(int i) {
    return weight == null ? 1 : weight[i];
  }

  int[] part(int repeat) {
    return part[repeat];
  }
}
