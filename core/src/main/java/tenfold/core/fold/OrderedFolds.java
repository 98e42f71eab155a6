package tenfold.core.fold;

import java.util.Arrays;
import tenfold.core.data.Block;

/** Folds cut by time: the first stretch is never tested, the last may be the test part. */
record OrderedFolds(int folds, Cuts cuts) implements Folds {

  @Override
  public boolean ordered() {
    return true;
  }

  @Override
  public int[] of(Block block, int repeat) {
    return Arrays.stream(block.order()).mapToInt(cuts::of).toArray();
  }
}
