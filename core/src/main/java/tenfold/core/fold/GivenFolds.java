package tenfold.core.fold;

import tenfold.core.data.Block;

/** The user's own folds: a column of the data says. */
record GivenFolds(int folds) implements Folds {

  @Override
  public int[] of(Block block, int repeat) {
    return block.fold();
  }
}
