package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import tenfold.core.data.Cases;

/**
 * What a run of pieces came to: a whole group is finished where it was worked, a part of one waits
 * for the others.
 *
 * @param <S> the statistic of a group's pieces
 * @param <R> what is kept of a whole group
 */
public sealed interface Worked<S extends Serializable, R extends Serializable>
    extends Serializable {

  /** The group. */
  int group();

  /** The first piece. */
  int from();

  /** A group whose pieces were all worked. */
  record Whole<S extends Serializable, R extends Serializable>(int group, R result)
      implements Worked<S, R> {

    @Override
    public int from() {
      return 0;
    }
  }

  /** Some pieces of a group, from piece {@code from}. */
  record Part<S extends Serializable, R extends Serializable>(int group, int from, S statistic)
      implements Worked<S, R> {}

  /** By group, then by first piece. */
  static Comparator<Worked<?, ?>> order() {
    return Comparator.<Worked<?, ?>>comparingInt(Worked::group).thenComparingInt(Worked::from);
  }

  /** Works the pieces of a run in their order. */
  static <C extends Cases, S extends Serializable, R extends Serializable> Worked<S, R> of(
      Pieces<C, S, R> work, C cases, Packing.Run run) {
    S statistic = work.zero(cases, run.group());
    for (int piece = run.from(); piece < run.to(); piece++) {
      work.add(statistic, cases, run.group(), piece);
    }
    return run.from() == 0 && run.to() == work.pieces(run.group())
        ? new Whole<>(run.group(), work.finish(cases, run.group(), statistic))
        : new Part<>(run.group(), run.from(), statistic);
  }

  /**
   * Merges the parts of each group and finishes them, one group at a time.
   *
   * @param ordered by group, then by first piece; groups are all there or not at all
   */
  static <C extends Cases, S extends Serializable, R extends Serializable>
      Iterator<Whole<S, R>> joined(Pieces<C, S, R> work, C cases, Iterator<Worked<S, R>> ordered) {
    return new Iterator<>() {
      private Worked<S, R> next = ordered.hasNext() ? ordered.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Whole<S, R> next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        Worked<S, R> first = next;
        next = ordered.hasNext() ? ordered.next() : null;
        if (first instanceof Whole<S, R> whole) {
          return whole;
        }
        S all = ((Part<S, R>) first).statistic();
        while (next instanceof Part<S, R> part && part.group() == first.group()) {
          all = work.merge(all, part.statistic());
          next = ordered.hasNext() ? ordered.next() : null;
        }
        return new Whole<>(first.group(), work.finish(cases, first.group(), all));
      }
    };
  }
}
