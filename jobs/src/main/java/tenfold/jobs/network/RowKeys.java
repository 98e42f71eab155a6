package tenfold.jobs.network;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Hash;
import tenfold.core.seed.Seed;

/**
 * Which rows train and which are held out, and in which order they stand: by the seed's address of
 * what is in a row, so not by how the data were cut into files and blocks. Equal rows stand in the
 * order of reading, which nobody can tell.
 */
record RowKeys(Folds folds, int fold, Seed seed) implements Serializable {

  /** What a row is used for. */
  enum Use {
    TRAINS,
    HELD,
    NOTHING
  }

  /**
   * A row's place in the order.
   *
   * @param rank decides
   * @param place where it does not
   */
  record Key(long rank, long place) implements Serializable, Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int first = Long.compare(rank, other.rank);
      return first != 0 ? first : Long.compare(place, other.place);
    }
  }

  /** What each row of a block is used for. */
  Use[] uses(Block block) {
    return Arrays.stream(folds.of(block, 0))
        .mapToObj(p -> folds.trains(p, fold) ? Use.TRAINS : p == fold ? Use.HELD : Use.NOTHING)
        .toArray(Use[]::new);
  }

  /** The key of a row of a block. */
  Key key(Block block, int row) {
    long content = Hash.of(block.key()[row], Hash.of(block.weight(row)));
    return new Key(seed.bits(content), block.place() + row);
  }

  /** Keys of the rows of a block that train: ranks, then places. */
  long[][] training(Block block) {
    Use[] uses = uses(block);
    int rows = (int) Arrays.stream(uses).filter(u -> u == Use.TRAINS).count();
    long[][] out = new long[2][rows];
    int at = 0;
    for (int i = 0; i < uses.length; i++) {
      if (uses[i] == Use.TRAINS) {
        Key key = key(block, i);
        out[0][at] = key.rank();
        out[1][at++] = key.place();
      }
    }
    return out;
  }

  /**
   * Returns where the rows that train are cut so that workers have the same number, give or take
   * one: the first key of each worker but the first.
   *
   * @param keys as {@link #training} returns them
   */
  static Key[] cuts(List<long[][]> keys, int workers) {
    long[] ranks = keys.stream().flatMapToLong(k -> Arrays.stream(k[0])).sorted().toArray();
    Key[] out = new Key[workers - 1];
    for (int w = 1; w < workers; w++) {
      int at = (int) ((long) w * ranks.length / workers);
      long rank = ranks[at];
      int first = at;
      while (first > 0 && ranks[first - 1] == rank) {
        first--;
      }
      out[w - 1] = new Key(rank, places(keys, rank)[at - first]);
    }
    return out;
  }

  /** Places of the rows of a rank, ascending. */
  private static long[] places(List<long[][]> keys, long rank) {
    return keys.stream()
        .flatMapToLong(
            k ->
                IntStream.range(0, k[0].length)
                    .filter(i -> k[0][i] == rank)
                    .mapToLong(i -> k[1][i]))
        .sorted()
        .toArray();
  }
}
