package tenfold.core.sweep;

import tenfold.core.data.Block;
import tenfold.core.fold.Census;

/** Counts the rows for dealing folds. */
public record CensusPass() implements Aggregation<Census> {

  @Override
  public String label() {
    return "counting rows";
  }

  @Override
  public Census zero() {
    return new Census();
  }

  @Override
  public void add(Census into, Block block) {
    into.add(block);
  }

  @Override
  public Census merge(Census into, Census from) {
    into.merge(from);
    return into;
  }
}
