package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;

class TreeModelTest {

  private static final List<String> CLASSES = List.of("cat", "dog", "eel");

  /** Ten animals by hand: of those at most 9.6, or of unknown weight, four cats of four. */
  @Test
  void aStumpPredictsSharesAndMeans() {
    Tree stump =
        new Tree(
            3,
            new int[] {0, -1, -1},
            new double[] {9.6, 0, 0},
            new boolean[] {true, false, false},
            new int[] {1, 0, 0},
            new double[] {0.6, 0, 0},
            new double[] {10, 4, 6},
            new double[] {5, 4, 1, 4, 0, 0, 1, 4, 1});
    TreeModel model = new TreeModel(Grove.INPUTS, CLASSES, 0, stump);
    double[] out = new double[3];

    model.predict(new double[] {9.6, -1, 0}, out);
    assertThat(out).containsExactly(1, 0, 0);
    model.predict(new double[] {Double.NaN, -1, 0}, out);
    assertThat(out).containsExactly(1, 0, 0);
    model.predict(new double[] {9.7, -1, 0}, out);
    assertThat(out).containsExactly(1 / 6.0, 4 / 6.0, 1 / 6.0);
  }

  @Property
  void everyRowHasTheValuesOfItsLeaf(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int splits) {
    Random random = new Random(seed);
    Block block = Grove.block(random, 50);
    Tree shares = Grove.tree(random, splits, 3);
    Tree means = Grove.tree(random, splits, 1);
    TreeModel classes = new TreeModel(Grove.INPUTS, CLASSES, 0, shares);
    TreeModel numbers = new TreeModel(Grove.INPUTS, List.of(), 100, means);
    double[] probabilities = classes.predict(block);
    double[] predicted = numbers.predict(block);
    double[] out = new double[3];

    for (int i = 0; i < block.rows(); i++) {
      double[] row = Grove.row(block, i);
      int leaf = Grove.leaf(shares, row, 0);
      classes.predict(row, out);
      for (int c = 0; c < 3; c++) {
        double share = shares.value(leaf, c) / shares.rows(leaf);
        assertThat(out[c]).isEqualTo(share);
        assertThat(probabilities[i * 3 + c]).isEqualTo(share);
      }
      numbers.predict(row, out);
      double mean = 100 + means.value(Grove.leaf(means, row, 0), 0);
      assertThat(out[0]).isEqualTo(mean);
      assertThat(predicted[i]).isEqualTo(mean);
    }
  }

  @Test
  void oneRowAllocatesNothing() {
    Random random = new Random(1);
    TreeModel model = new TreeModel(Grove.INPUTS, CLASSES, 0, Grove.tree(random, 100, 3));
    double[] row = Grove.row(Grove.block(random, 1), 0);
    double[] out = new double[3];

    assertThat(Grove.allocated(() -> model.predict(row, out))).isZero();
  }

  @Test
  void aTreeOfOtherOutputsIsRefused() {
    Tree tree = Grove.tree(new Random(1), 1, 1);

    assertThatThrownBy(() -> new TreeModel(Grove.INPUTS, CLASSES, 0, tree))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tree of 1 outputs cannot predict 3 classes; it must have 3");
  }
}
