package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;

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
