package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenfold.core.data.Cases;

/**
 * What a run of pieces came to: a whole group is finished where it was worked, a part of one waits
 * for the others. A group of which any piece fails has failed.
 *
 * @param <S> the statistic of a group's pieces
 * @param <R> what is kept of a whole group
 */
public sealed interface Worked<S extends Serializable, R extends Serializable>
    extends Serializable {

  /** The group. */
  int group();

  /** A group whose pieces were all worked, or one of which some failed. */
  record Whole<S extends Serializable, R extends Serializable>(int group, Unit<R> unit)
      implements Worked<S, R> {}

  /** Some pieces of a group. */
  record Part<S extends Serializable, R extends Serializable>(int group, S statistic)
      implements Worked<S, R> {}

  /** Works the pieces of a run in their order. */
  static <C extends Cases, S extends Serializable, R extends Serializable> Worked<S, R> of(
      Pieces<C, S, R> work, C cases, Packing.Run run, Attempts attempts) {
    int group = run.group();
    boolean whole = run.from() == 0 && run.to() == work.pieces(group);
    Unit<Worked<S, R>> tried =
        attempts.of(
            () -> {
              Optional<R> finished = whole ? work.finished(group) : Optional.empty();
              if (finished.isPresent()) {
                return new Whole<>(group, new Unit.Done<>(finished.get()));
              }
              S statistic = work.zero(cases, group);
              for (int piece = run.from(); piece < run.to(); piece++) {
                work.add(statistic, cases, group, piece);
              }
              return whole
                  ? new Whole<>(group, new Unit.Done<>(work.finish(cases, group, statistic)))
                  : new Part<>(group, statistic);
            });
    return tried instanceof Unit.Failed<Worked<S, R>> failed
        ? new Whole<>(group, new Unit.Failed<>(failed.reason()))
        : tried.result();
  }

  /**
   * Merges the parts of each group as they come and finishes the groups: of each it holds one
   * statistic, and the part that it adds.
   *
   * @param some in any order; groups are all there or not at all
   * @return the groups, in their order
   */
  static <C extends Cases, S extends Serializable, R extends Serializable> List<Whole<S, R>> joined(
      Pieces<C, S, R> work, C cases, Iterator<Worked<S, R>> some, Attempts attempts) {
    Map<Integer, Unit<R>> units = new TreeMap<>();
    Map<Integer, S> open = new TreeMap<>();
    while (some.hasNext()) {
      Worked<S, R> next = some.next();
      if (next instanceof Whole<S, R> whole) {
        units.merge(whole.group(), whole.unit(), Worked::first);
      } else {
        S statistic = ((Part<S, R>) next).statistic();
        open.merge(next.group(), statistic, work::merge);
      }
    }
    open.forEach(
        (group, all) ->
            units.computeIfAbsent(group, g -> attempts.of(() -> work.finish(cases, g, all))));
    return units.entrySet().stream()
        .map(one -> new Whole<S, R>(one.getKey(), one.getValue()))
        .toList();
  }

  /** Of the reasons of a group's failed parts the first by the alphabet, whoever came first. */
  private static <R> Unit<R> first(Unit<R> one, Unit<R> other) {
    String reason = ((Unit.Failed<R>) one).reason();
    return reason.compareTo(((Unit.Failed<R>) other).reason()) <= 0 ? one : other;
  }
}
