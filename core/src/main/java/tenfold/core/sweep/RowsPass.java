package tenfold.core.sweep;

import java.util.ArrayList;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** Gathers all of the training part's rows but their inputs, block after block. */
record RowsPass(Folds folds) implements Aggregation<ArrayList<RowChunk>> {

  @Override
  public String label() {
    return "table: gathering rows";
  }

  @Override
  public ArrayList<RowChunk> zero() {
    return new ArrayList<>();
  }

  @Override
  public void add(ArrayList<RowChunk> into, Block block) {
    into.add(RowChunk.of(block, folds));
  }

  @Override
  public ArrayList<RowChunk> merge(ArrayList<RowChunk> into, ArrayList<RowChunk> from) {
    into.addAll(from);
    return into;
  }
}
