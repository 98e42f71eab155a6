package tenfold.core.fold;

import java.io.Serializable;
import java.util.Map;
import tenfold.core.data.Block;
import tenfold.core.seed.Hash;

/**
 * What leaves together: the unit of each row. Without groups identical rows are one unit (or, kept
 * apart, each its own); with groups a group is, and groups that share an identical row are one.
 *
 * @param grouped whether rows have groups of their own
 * @param alias groups that are named by another one they are tied to
 * @param copy for rows kept apart though identical to others, by place: which copy they are, from
 *     1; the first has none
 */
record Units(boolean grouped, Map<Long, Long> alias, Map<Long, Integer> copy)
    implements Serializable {

  /** Returns the unit of each row of the block. */
  long[] of(Block block) {
    long[] unit = (grouped ? block.group() : block.key()).clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] = of(unit[i], block.place() + i);
    }
    return unit;
  }

  /** Returns the unit of a row by its group (or key) and place. */
  long of(long base, long place) {
    if (!alias.isEmpty()) {
      return alias.getOrDefault(base, base);
    }
    Integer copies = copy.isEmpty() ? null : copy.get(place);
    return copies == null ? base : Hash.of(base, copies);
  }
}
