package tenfold.core.learn.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import tenfold.core.fold.Folds;

/**
 * What the rows around each fold come to, by joining: the rows never tested and the parts before
 * the fold from the left, the parts after it from the right. Nothing is subtracted, so no fold can
 * spoil another's digits.
 *
 * @param <T> a statistic; null stands for no rows
 */
public final class Around<T> {

  private final Order order;
  private final BinaryOperator<T> join;
  private final List<T> before = new ArrayList<>();
  private final List<T> after = new ArrayList<>();

  /** Which parts train beside those that are never left out. */
  public enum Order {
    ALL_OTHERS,
    EARLIER_ONLY
  }

  /**
   * Joins the parts of one repeat.
   *
   * @param part the statistic of a part: a fold, or {@code folds.folds()} for rows never tested
   * @param join returns a new statistic and leaves its arguments alone
   */
  public Around(Folds folds, IntFunction<T> part, BinaryOperator<T> join) {
    this(folds.folds(), folds.ordered() ? Order.EARLIER_ONLY : Order.ALL_OTHERS, part, join);
  }

  /**
   * The same for {@code count} parts and one more, number {@code count}, that is never left out.
   */
  public Around(int count, Order order, IntFunction<T> part, BinaryOperator<T> join) {
    this.order = order;
    this.join = join;
    T left = part.apply(count);
    before.add(left);
    for (int f = 0; f < count; f++) {
      left = join.apply(left, part.apply(f));
      before.add(left);
    }
    T right = null;
    for (int f = count - 1; f >= 0; f--) {
      after.add(0, right);
      right = join.apply(part.apply(f), right);
    }
  }

  /** The training rows of a fold. */
  public T training(int fold) {
    return order == Order.EARLIER_ONLY
        ? before.get(fold)
        : join.apply(before.get(fold), after.get(fold));
  }

  /** Whether a fold has training rows. */
  public boolean trains(int fold) {
    return before.get(fold) != null || (order == Order.ALL_OTHERS && after.get(fold) != null);
  }

  /** All rows; null if there are none. */
  public T all() {
    return before.get(before.size() - 1);
  }
}
