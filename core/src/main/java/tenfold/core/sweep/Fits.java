package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Cases;

/**
 * Independent work of which nothing adds up: every group is one piece.
 *
 * @param <C> how the training part is held
 * @param <R> what is kept of a piece; small enough to collect
 */
public interface Fits<C extends Cases, R extends Serializable> extends Pieces<C, Fits.Done<R>, R> {

  /** What the one piece of a group came to. */
  final class Done<R extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1;
    private R result;
  }

  /** Works the one piece of a group. */
  R fit(C cases, int group);

  @Override
  default int pieces(int group) {
    return 1;
  }

  @Override
  default Done<R> zero(C cases, int group) {
    return new Done<>();
  }

  @Override
  default void add(Done<R> into, C cases, int group, int piece) {
    into.result = fit(cases, group);
  }

  @Override
  default Done<R> merge(Done<R> into, Done<R> from) {
    into.result = into.result == null ? from.result : into.result;
    return into;
  }

  @Override
  default R finish(C cases, int group, Done<R> all) {
    return all.result;
  }
}
