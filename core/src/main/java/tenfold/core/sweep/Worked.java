package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** A group whose pieces were all worked. */
  record Whole<S extends Serializable, R extends Serializable>(int group, R result)
      implements Worked<S, R> {}

  /** Some pieces of a group. */
  record Part<S extends Serializable, R extends Serializable>(int group, S statistic)
      implements Worked<S, R> {}

  /** Works the pieces of a run in their order. */
  static <C extends Cases, S extends Serializable, R extends Serializable> Worked<S, R> of(
      Pieces<C, S, R> work, C cases, Packing.Run run) {
    S statistic = work.zero(cases, run.group());
    for (int piece = run.from(); piece < run.to(); piece++) {
      work.add(statistic, cases, run.group(), piece);
    }
    return run.from() == 0 && run.to() == work.pieces(run.group())
        ? new Whole<>(run.group(), work.finish(cases, run.group(), statistic))
        : new Part<>(run.group(), statistic);
  }

  /**
   * Merges the parts of each group as they come and finishes the groups: of each it holds one
   * statistic, and the part that it adds.
   *
   * @param some in any order; groups are all there or not at all
   * @return the groups, in their order
   */
  static <C extends Cases, S extends Serializable, R extends Serializable> List<Whole<S, R>> joined(
      Pieces<C, S, R> work, C cases, Iterator<Worked<S, R>> some) {
    Map<Integer, R> results = new TreeMap<>();
    Map<Integer, S> open = new TreeMap<>();
    while (some.hasNext()) {
      Worked<S, R> next = some.next();
      if (next instanceof Whole<S, R> whole) {
        results.put(whole.group(), whole.result());
      } else {
        S statistic = ((Part<S, R>) next).statistic();
        open.merge(next.group(), statistic, work::merge);
      }
    }
    open.forEach((group, all) -> results.put(group, work.finish(cases, group, all)));
    return results.entrySet().stream()
        .map(one -> new Whole<S, R>(one.getKey(), one.getValue()))
        .toList();
  }
}
