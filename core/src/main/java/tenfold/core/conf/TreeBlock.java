package tenfold.core.conf;

import java.util.List;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;

/** Reads {@code models.tree}, and what a forest's trees have in common with it. */
final class TreeBlock implements Families.Block {

  private static final String IMPURITY = "entropy, gini, or a list of these";
  private static final Limits AT_LEAST_ONE = Limits.integers(1, Integer.MAX_VALUE);
  private static final Limits GAIN = new Limits(0, Double.MAX_VALUE, "a finite number >= 0");

  /** As many codes as a byte has beside the one for missing. */
  private static final Limits BINS = Limits.integers(2, 255);

  private static final int DEPTH = 10;

  @Override
  public String key() {
    return "tree";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of("impurity", "max-depth", "min-gain", "min-rows", "bins");
  }

  @Override
  public TreeGrid read(Section block) {
    return read(block, DEPTH);
  }

  /** Reads the limits of trees that are {@code depth} deep where the block does not say. */
  static TreeGrid read(Section block, int depth) {
    return new TreeGrid(
        block.read(
            "impurity",
            s -> Lists.each(s, IMPURITY, TreeBlock::impurity),
            List.of(Impurity.ENTROPY)),
        block.read("max-depth", s -> Lists.integers(s, AT_LEAST_ONE), List.of(depth)),
        block.read("min-gain", s -> Lists.numbers(s, GAIN), List.of(0.0)),
        block.read("min-rows", s -> Lists.integers(s, AT_LEAST_ONE), List.of(2)),
        block.read("bins", s -> Lists.integers(s, BINS), List.of(255)));
  }

  /** The variance is no choice: it is what regressions take, whatever stands here. */
  private static Impurity impurity(Setting setting) {
    return setting.constant(List.of(Impurity.ENTROPY, Impurity.GINI), IMPURITY);
  }
}
