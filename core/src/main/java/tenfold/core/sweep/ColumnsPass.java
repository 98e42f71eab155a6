package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.fold.Folds;

/**
 * Gathers input columns {@code from} to {@code to - 1} of the training part, block after block: for
 * each column an array of its rows, in the order of {@link RowsPass}.
 */
record ColumnsPass(Inputs inputs, Folds folds, int from, int to)
    implements Aggregation<ArrayList<double[][]>> {

  @Override
  public String label() {
    return "table: gathering columns %d to %d of %d"
        .formatted(from + 1, to, inputs.columns().size());
  }

  @Override
  public ArrayList<double[][]> zero() {
    return new ArrayList<>();
  }

  @Override
  public void add(ArrayList<double[][]> into, Block block) {
    int[] rows = RowChunk.training(folds.of(block, 0));
    double[][] all = inputs.of(block);
    double[][] chunk = new double[to - from][];
    Arrays.setAll(chunk, c -> Arrays.stream(rows).mapToDouble(i -> all[from + c][i]).toArray());
    into.add(chunk);
  }

  @Override
  public ArrayList<double[][]> merge(ArrayList<double[][]> into, ArrayList<double[][]> from) {
    into.addAll(from);
    return into;
  }
}
