package tenfold.core.sweep;

import tenfold.core.data.Block;
import tenfold.core.data.Profile;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;

/** Looks once at the training part, held-out folds too, and never at the test part. */
public record ProfilePass(Schema schema, Folds folds) implements Aggregation<Profile> {

  @Override
  public String label() {
    return "profiling the training part";
  }

  @Override
  public Profile zero() {
    return new Profile(schema);
  }

  @Override
  public void add(Profile into, Block block) {
    int[] part = folds.of(block, 0);
    boolean[] use = new boolean[part.length];
    for (int i = 0; i < use.length; i++) {
      use[i] = part[i] != Folds.TEST;
    }
    into.add(block, use);
  }

  @Override
  public Profile merge(Profile into, Profile from) {
    into.merge(from);
    return into;
  }
}
