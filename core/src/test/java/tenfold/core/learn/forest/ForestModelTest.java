package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.learn.tree.Grove;
import tenfold.core.learn.tree.Tree;

class ForestModelTest {

  private static final List<String> CLASSES = List.of("cat", "dog", "eel");

  private static List<Tree> trees(Random random, int trees, int outputs) {
    return Stream.generate(() -> Grove.tree(random, 1 + random.nextInt(30), outputs))
        .limit(trees)
        .toList();
  }

  @Property
  void predictsTheMeanOfItsTrees(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
    Random random = new Random(seed);
    Block block = Grove.block(random, 20);
    List<Tree> shares = trees(random, count, 3);
    List<Tree> means = trees(random, count, 1);
    double[] probabilities =
        new ForestModel(Grove.INPUTS, CLASSES, 0, Votes.CLASSES, shares).predict(block);
    double[] numbers = new ForestModel(Grove.INPUTS, List.of(), 100, 8, means).predict(block);

    for (int i = 0; i < block.rows(); i++) {
      double[] row = Grove.row(block, i);
      double mean = 0;
      double[] share = new double[3];
      for (int t = 0; t < count; t++) {
        Tree tree = shares.get(t);
        int leaf = Grove.leaf(tree, row, 0);
        for (int c = 0; c < 3; c++) {
          share[c] += tree.value(leaf, c) / tree.rows(leaf) / count;
        }
        mean += means.get(t).value(Grove.leaf(means.get(t), row, 0), 0) / count;
      }
      for (int c = 0; c < 3; c++) {
        assertThat(probabilities[i * 3 + c]).isCloseTo(share[c], offset(0x1p-30));
      }
      assertThat(numbers[i]).isCloseTo(100 + mean, offset(8 * 0x1p-30));
    }
  }

  @Property
  void theOrderOfTheTreesAndTheWayOfAskingChangeNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Block block = Grove.block(random, 20);
    for (List<String> classes : List.of(List.<String>of(), CLASSES)) {
      int outputs = Math.max(1, classes.size());
      double scale = classes.isEmpty() ? 8 : Votes.CLASSES;
      List<Tree> trees = new ArrayList<>(trees(random, 7, outputs));
      ForestModel model = new ForestModel(Grove.INPUTS, classes, -3, scale, trees);
      double[] predicted = model.predict(block);

      Collections.shuffle(trees, random);
      assertThat(new ForestModel(Grove.INPUTS, classes, -3, scale, trees).predict(block))
          .isEqualTo(predicted);
      assertThat(new ForestModel(Grove.INPUTS, classes, -3, scale, model.trees()).predict(block))
          .isEqualTo(predicted);
      double[] out = new double[outputs];
      for (int i = 0; i < block.rows(); i++) {
        model.predict(Grove.row(block, i), out);
        for (int c = 0; c < outputs; c++) {
          assertThat(out[c]).isEqualTo(predicted[i * outputs + c]);
        }
      }
    }
  }

  @Test
  void oneRowAllocatesNothing() {
    Random random = new Random(1);
    ForestModel model =
        new ForestModel(Grove.INPUTS, CLASSES, 0, Votes.CLASSES, trees(random, 10, 3));
    double[] row = Grove.row(Grove.block(random, 1), 0);
    double[] out = new double[3];

    assertThat(Grove.allocated(() -> model.predict(row, out))).isZero();
  }

  @Test
  void scaleIsTheLeastPowerOfTwoAboveEveryValue() {
    assertThat(Votes.scale(0.75)).isEqualTo(1);
    assertThat(Votes.scale(1)).isEqualTo(2);
    assertThat(Votes.scale(1000)).isEqualTo(1024);
    assertThat(Votes.scale(0)).isPositive();
  }

  @Test
  void aValuePastTheScaleIsRefused() {
    List<Tree> trees = trees(new Random(2), 3, 1);

    assertThatThrownBy(() -> new ForestModel(Grove.INPUTS, List.of(), 0, 0x1p-20, trees))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "a leaf's value is -?\\S+; votes of scale 9\\.\\S+E-7 are at most that");
  }

  @Test
  void noTreesAreRefused() {
    assertThatThrownBy(() -> new ForestModel(Grove.INPUTS, CLASSES, 0, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a forest of 0 trees has no vote; give it at least one");
  }
}
