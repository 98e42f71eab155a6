package tenfold.core.sweep;

import tenfold.core.data.Block;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Hash;

/**
 * Profiles the training part, held-out folds too; of test rows it takes no more than that they are
 * there.
 */
public record SurveyPass(Schema schema, Folds folds) implements Aggregation<Survey> {

  @Override
  public String label() {
    return "profiling the training part";
  }

  @Override
  public Survey zero() {
    return new Survey(schema, folds);
  }

  @Override
  public void add(Survey into, Block block) {
    int[] part = folds.of(block, 0);
    boolean[] trains = new boolean[part.length];
    for (int i = 0; i < part.length; i++) {
      trains[i] = part[i] != Folds.TEST;
      if (!trains[i]) {
        into.addTestRow(Hash.mix(block.key()[i]));
      }
    }
    into.profile().add(block, trains);
    into.tally().add(block);
  }

  @Override
  public Survey merge(Survey into, Survey from) {
    into.merge(from);
    return into;
  }
}
