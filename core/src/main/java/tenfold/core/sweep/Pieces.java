package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Optional;
import tenfold.core.data.Cases;

/**
 * Independent work on the whole table that an engine spreads over its slots: groups, each of one or
 * more pieces whose statistics add up. A forest of one fold is a group, each of its trees a piece.
 *
 * <p>{@link #merge} must be exact and {@link #add} must not depend on what was added before, so
 * that a group's statistic is the same, bit for bit, however its pieces are packed. It is shipped
 * to where the table is, so it carries settings, not data.
 *
 * @param <C> how the training part is held
 * @param <S> the statistic of a group's pieces; mutable
 * @param <R> what is kept of a whole group; small enough to collect
 */
public interface Pieces<C extends Cases, S extends Serializable, R extends Serializable>
    extends Serializable {

  /** What this does, for progress: "forest: growing trees", say. */
  String label();

  /** What some pieces are, to tell them from others: "fold 3/10 · forest · trees 1–16", say. */
  default String name(Packing.Run run) {
    return "%s · unit %d of %d".formatted(label(), run.group() + 1, groups());
  }

  /** Number of groups. */
  int groups();

  /** Number of pieces of a group, at least 1. */
  int pieces(int group);

  /** What one piece of the group costs, in any unit that is the same for all groups. */
  double cost(int group);

  /**
   * What is kept of a group that was finished before, by whoever was lost since, if that is known.
   */
  default Optional<R> finished(int group) {
    return Optional.empty();
  }

  /** Returns the statistic of no pieces. */
  S zero(C cases, int group);

  /** Works one piece and adds what comes of it to {@code into}. */
  void add(S into, C cases, int group, int piece);

  /** Adds {@code from}, of other pieces of the group, to {@code into} and returns {@code into}. */
  S merge(S into, S from);

  /** Returns what is kept of a group whose pieces were all added. */
  R finish(C cases, int group, S all);
}
