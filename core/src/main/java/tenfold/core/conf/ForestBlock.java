package tenfold.core.conf;

import java.util.List;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;

/** Reads {@code models.forest}. */
final class ForestBlock implements Families.Block {

  private static final Limits TREES = Limits.integers(1, Integer.MAX_VALUE);

  private static final Limits FEATURES =
      new Limits(
          1, Integer.MAX_VALUE, "auto, sqrt, third, all, an integer >= 1, or a list of these");

  /** Trees that vote may be deeper than one that stands alone. */
  private static final int DEPTH = 16;

  @Override
  public String key() {
    return "forest";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of(
        "trees", "max-depth", "features", "impurity", "min-gain", "min-rows", "bins");
  }

  @Override
  public ForestGrid read(Section block) {
    return new ForestGrid(
        block.read("trees", s -> Lists.integers(s, TREES), List.of(100)),
        block.read(
            "features",
            s -> Lists.each(s, FEATURES.words(), ForestBlock::draw),
            List.of(Draw.Rule.AUTO)),
        TreeBlock.read(block, DEPTH));
  }

  private static Draw draw(Setting setting) {
    return setting.isWords()
        ? setting.constant(List.of(Draw.Rule.values()), FEATURES.words())
        : new Draw.Count(setting.integer(FEATURES));
  }
}
