package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * What came of a unit of work: its result, or why there is none. One that fails is a finding of the
 * sweep, and stops no other.
 */
public sealed interface Unit<R> extends Serializable {

  /**
   * The result.
   *
   * @throws IllegalStateException if there is none; it says why
   */
  R result();

  /** What is made of the result; it has failed where there is none. */
  default <T> Unit<T> then(Function<R, Unit<T>> next) {
    return this instanceof Failed<R> failed ? new Failed<>(failed.reason()) : next.apply(result());
  }

  /** The same where nothing can fail any more. */
  default <T> Unit<T> map(Function<R, T> next) {
    return then(result -> new Done<>(next.apply(result)));
  }

  /** It was worked. */
  record Done<R>(R result) implements Unit<R> {}

  /** It came to nothing; {@code reason} can stand in the report. */
  record Failed<R>(String reason) implements Unit<R> {

    @Override
    public R result() {
      throw new IllegalStateException(reason);
    }
  }

  /**
   * The results of all.
   *
   * @throws IllegalStateException if one has none; it says why
   */
  static <R> List<R> results(List<Unit<R>> units) {
    return units.stream().map(Unit::result).toList();
  }
}
