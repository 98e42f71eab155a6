package tenfold.core.learn.terms;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** Cuts the training rows into numbered parts; can be shipped to the data. */
public interface Parting extends Serializable {

  /** Number of parts. */
  int parts();

  /** The block's rows of each part, in the block's order. */
  int[][] rows(Block block);

  /** A text that tells it from other partings of the same folds. */
  String name();

  /**
   * The folds of every repeat: part {@code repeat * (folds + 1) + fold}, the last of each repeat
   * being the rows that are never tested.
   */
  record ByFold(Folds folds) implements Parting {

    private static final long serialVersionUID = 1;

    @Override
    public int parts() {
      return folds.repeats() * (folds.folds() + 1);
    }

    @Override
    public int[][] rows(Block block) {
      int each = folds.folds() + 1;
      int[][] out = new int[parts()][];
      for (int repeat = 0; repeat < folds.repeats(); repeat++) {
        int[] slot = slots(block, repeat);
        System.arraycopy(deal(slot, each), 0, out, repeat * each, each);
      }
      return out;
    }

    @Override
    public String name() {
      return "folds";
    }

    private int[] slots(Block block, int repeat) {
      return Arrays.stream(folds.of(block, repeat))
          .map(part -> part == Folds.TEST ? -1 : part == Folds.NEVER ? folds.folds() : part)
          .toArray();
    }
  }

  /** One part: all rows but the test's. */
  record Whole(Folds folds) implements Parting {

    private static final long serialVersionUID = 1;

    @Override
    public int parts() {
      return 1;
    }

    @Override
    public int[][] rows(Block block) {
      int[] part = folds.of(block, 0);
      return new int[][] {
        IntStream.range(0, part.length).filter(i -> part[i] != Folds.TEST).toArray()
      };
    }

    @Override
    public String name() {
      return "whole";
    }
  }

  /** Some units, and last the rest, as parts. */
  record ByUnit(Folds folds, SortedSet<Long> units) implements Parting {

    private static final long serialVersionUID = 1;

    @Override
    public int parts() {
      return units.size() + 1;
    }

    @Override
    public int[][] rows(Block block) {
      Map<Long, Integer> place = new LinkedHashMap<>();
      units.forEach(unit -> place.put(unit, place.size()));
      long[] key = folds.units(block);
      int[] slot = folds.of(block, 0);
      for (int i = 0; i < slot.length; i++) {
        slot[i] =
            slot[i] == Folds.TEST
                ? -1
                : slot[i] == Folds.NEVER ? units.size() : place.getOrDefault(key[i], units.size());
      }
      return deal(slot, parts());
    }

    @Override
    public String name() {
      return "units " + units;
    }
  }

  /** Deals rows to the slots they name, keeping their order; -1 is left out. */
  static int[][] deal(int[] slot, int slots) {
    int[] count = new int[slots];
    for (int one : slot) {
      if (one >= 0) {
        count[one]++;
      }
    }
    int[][] out = new int[slots][];
    Arrays.setAll(out, s -> new int[count[s]]);
    for (int i = slot.length - 1; i >= 0; i--) {
      if (slot[i] >= 0) {
        out[slot[i]][--count[slot[i]]] = i;
      }
    }
    return out;
  }
}
