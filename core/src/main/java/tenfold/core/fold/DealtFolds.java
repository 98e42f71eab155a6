package tenfold.core.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Block;
import tenfold.core.seed.Hash;
import tenfold.core.seed.Seed;

/**
 * Folds dealt by hash. A row's unit and class say where it stands; all that is kept of the ranking
 * of all units are the cuts between the parts, so folds of any number of rows are a few numbers
 * that every executor can hold.
 *
 * @param folds number of folds in a repeat; 0 out of bag
 * @param models number of units of the training part under leave-one-out, 1 out of bag, else the
 *     number of folds
 * @param leaveOneOut whether each unit is a fold
 * @param seed where the ranking comes from
 * @param units what leaves together
 * @param stratified whether each class has cuts of its own
 * @param mixed class under which a unit with rows of several classes was dealt
 * @param test for each class, which units are the test part
 * @param parts for each repeat and class, the part of the others
 */
record DealtFolds(
    int folds,
    long models,
    boolean leaveOneOut,
    Seed seed,
    Units units,
    boolean stratified,
    Map<Long, Long> mixed,
    Map<Long, Cuts> test,
    List<Map<Long, Cuts>> parts)
    implements Folds {

  /** The class that stands for all when folds are not stratified. */
  static final long ONE_CLASS = 0;

  /** The stream that ranks units for the test part. */
  static Seed testStream(Seed seed) {
    return seed.child("test");
  }

  /** The stream that ranks units for the folds of a repeat. */
  static Seed foldStream(Seed seed, int repeat) {
    return seed.child("folds", repeat);
  }

  @Override
  public int repeats() {
    return parts.size();
  }

  @Override
  public boolean outOfBag() {
    return folds == 0;
  }

  @Override
  public int[] of(Block block, int repeat) {
    Seed testSeed = testStream(seed);
    Seed foldSeed = foldStream(seed, repeat);
    long[] unit = units.of(block);
    long[] classes = stratified ? classes(block, unit) : null;
    int[] out = new int[unit.length];
    for (int i = 0; i < out.length; i++) {
      long c = classes == null ? ONE_CLASS : classes[i];
      out[i] = test.get(c).of(testSeed.bits(unit[i]));
      if (out[i] != TEST) {
        out[i] = parts.get(repeat).get(c).of(foldSeed.bits(unit[i]));
      }
    }
    return out;
  }

  @Override
  public long[] units(Block block) {
    return units.of(block);
  }

  private long[] classes(Block block, long[] unit) {
    long[] hash = Arrays.stream(block.labels()).mapToLong(Hash::of).toArray();
    long[] out = new long[unit.length];
    for (int i = 0; i < out.length; i++) {
      Long decided = mixed.isEmpty() ? null : mixed.get(unit[i]);
      out[i] = decided == null ? hash[(int) block.target()[i]] : decided;
    }
    return out;
  }
}
