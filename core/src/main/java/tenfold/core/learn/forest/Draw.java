package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.Locale;
import tenfold.core.data.Task;

/**
 * How many of the encoded columns a node of a forest draws, and its name in configurations: {@code
 * auto}, {@code sqrt}, {@code third}, {@code all} or a number.
 */
public sealed interface Draw extends Serializable {

  /** Returns how many of {@code n} features a node draws, 1 to {@code n}. */
  int of(int n, Task task);

  /** Its value in configurations and reports: a name, or a number that stays one. */
  Object param();

  /** Returns the draw of which {@code param} is the {@link #param}. */
  static Draw of(Object param) {
    return param instanceof Integer count
        ? new Count(count)
        : Rule.valueOf(((String) param).toUpperCase(Locale.ROOT));
  }

  /** A rule with a name. */
  enum Rule implements Draw {
    /** The root for classes, a third for numbers. */
    AUTO,
    /** {@code max(1, floor(sqrt(n)))}. */
    SQRT,
    /** {@code max(1, floor(n / 3))}. */
    THIRD,
    /** All of them: bagged trees. */
    ALL;

    @Override
    public int of(int n, Task task) {
      return switch (this) {
        case AUTO -> (task == Task.REGRESSION ? THIRD : SQRT).of(n, task);
        case SQRT -> Math.max(1, (int) Math.sqrt(n));
        case THIRD -> Math.max(1, n / 3);
        case ALL -> n;
      };
    }

    @Override
    public Object param() {
      return toString();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** So many, or all where there are fewer. */
  record Count(int count) implements Draw {
    @Override
    public int of(int n, Task task) {
      return Math.min(n, count);
    }

    @Override
    public Object param() {
      return count;
    }

    @Override
    public String toString() {
      return Integer.toString(count);
    }
  }
}
