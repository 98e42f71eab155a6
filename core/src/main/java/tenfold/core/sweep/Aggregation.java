package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Block;

/**
 * A statistic that is gathered by folding every block of rows into it, and that can be merged. It
 * is shipped to where the data are, so it carries settings, not data.
 *
 * @param <S> the statistic; mutable
 */
public interface Aggregation<S extends Serializable> extends Serializable {

  /** What this does, for progress: "moments", say. */
  String label();

  /** Returns the statistic of no rows. */
  S zero();

  /** Adds the rows of {@code block} to {@code into}. */
  void add(S into, Block block);

  /** Adds {@code from} to {@code into} and returns {@code into}; {@code from} may be used up. */
  S merge(S into, S from);
}
