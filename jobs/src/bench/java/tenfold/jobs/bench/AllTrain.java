package tenfold.jobs.bench;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** Every row trains and none is tested: what fitting one model looks at. */
record AllTrain() implements Folds {

  @Override
  public int folds() {
    return 0;
  }

  @Override
  public int repeats() {
    return 1;
  }

  @Override
  public boolean ordered() {
    return false;
  }

  @Override
  public boolean leaveOneOut() {
    return false;
  }

  @Override
  public int[] of(Block block, int repeat) {
    int[] part = new int[block.rows()];
    Arrays.fill(part, NEVER);
    return part;
  }

  @Override
  public long[] units(Block block) {
    return block.key();
  }
}
