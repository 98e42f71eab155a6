package tenfold.core.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The areas under curves of a classification. Of two classes the curves are those of the last, the
 * positive one; of several there is one of each class against the rest, and the areas are means,
 * each class weighing the same, over the classes that have them: which those are is for the rows to
 * say, not for the model.
 */
public final class Curves {

  private final Curve[] curve; // null: of no use

  /** The curves of no rows among {@code classes} classes. */
  public Curves(int classes) {
    curve = new Curve[classes];
    Arrays.setAll(curve, c -> c < first(classes) ? null : new Curve());
  }

  /** The first class that has curves; those after it do too. */
  public static int first(int classes) {
    return classes == 2 ? 1 : 0;
  }

  /**
   * Adds rows to the curves of a class, from the most probable to the least.
   *
   * @param c the class, from {@link #first}
   * @param probability of the class, the same for all these rows
   * @param its weight of the rows of the class
   * @param rest weight of the other rows
   */
  public void add(int c, double probability, double its, double rest) {
    curve[c].add(probability, its, rest);
  }

  /** The area under the ROC curve; empty where all rows are of one class. */
  OptionalDouble roc() {
    return mean(Curve::roc);
  }

  /** The area under the precision-recall curve; of two classes, empty without a positive row. */
  OptionalDouble pr() {
    return mean(Curve::pr);
  }

  private OptionalDouble mean(Function<Curve, OptionalDouble> area) {
    return Arrays.stream(curve, first(curve.length), curve.length)
        .map(area)
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }
}
