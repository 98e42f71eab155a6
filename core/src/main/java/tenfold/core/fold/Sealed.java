package tenfold.core.fold;

import java.util.Arrays;
import tenfold.core.data.Block;

/** All rows are the test part: data that were sealed in a file of their own. */
public record Sealed() implements Folds {

  @Override
  public int folds() {
    return 0;
  }

  @Override
  public int[] of(Block block, int repeat) {
    int[] part = new int[block.rows()];
    Arrays.fill(part, TEST);
    return part;
  }
}
