package tenfold.core.sweep.forecast;

import java.util.ArrayList;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Hash;
import tenfold.core.sweep.Aggregation;

/**
 * Gathers about a share of the rows of the training part, the same ones in every run: those whose
 * key and place have hashes below it. A smaller share's rows are among a larger one's.
 */
record SamplePass(Schema schema, Folds folds, double share)
    implements Aggregation<ArrayList<Block>> {

  @Override
  public String label() {
    return "sampling rows";
  }

  @Override
  public ArrayList<Block> zero() {
    return new ArrayList<>();
  }

  @Override
  public void add(ArrayList<Block> into, Block block) {
    int[] part = folds.of(block, 0);
    BlockBuilder some = BlockBuilder.like(schema, block);
    for (int i = 0; i < block.rows(); i++) {
      if (part[i] != Folds.TEST && hash(block, i) < share) {
        some.row(block, i);
      }
    }
    if (some.rows() > 0) {
      into.add(some.build());
    }
  }

  private static double hash(Block block, int i) {
    return (Hash.of(block.key()[i], block.place() + i) >>> 11) * 0x1p-53;
  }

  @Override
  public ArrayList<Block> merge(ArrayList<Block> into, ArrayList<Block> from) {
    into.addAll(from);
    return into;
  }
}
