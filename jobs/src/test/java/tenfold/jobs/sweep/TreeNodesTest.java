package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Inputs.Input;
import tenfold.core.data.Kind;
import tenfold.core.data.Profile;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.ForestModel;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;
import tenfold.core.report.TreeNode;
import tenfold.core.report.TreeNode.AtMost;
import tenfold.core.report.TreeNode.Is;
import tenfold.core.report.TreeNode.Side;

class TreeNodesTest {

  private static final Inputs INPUTS =
      new Inputs(
          List.of(
              new Input("weight", Kind.NUMBER, List.of(), false),
              new Input("ears", Kind.NAME, List.of("Floppy", "Pointy"), true)));

  private static final Schema SCHEMA =
      new Schema(
          List.of(new Feature("weight", Kind.NUMBER), new Feature("ears", Kind.NAME)),
          "cat",
          Task.REGRESSION,
          List.of());

  /** The profile of one row of this weight. */
  private static Profile profile(double weight) {
    BlockBuilder row = new BlockBuilder(SCHEMA, Set.of());
    row.number(0, weight);
    row.name(0, "Floppy");
    row.target(1);
    row.endRow();
    Profile profile = new Profile(SCHEMA);
    profile.add(row.build(), new boolean[] {true});
    return profile;
  }

  @Test
  void nodesSayWhatTheModelKnows() {
    Tree tree =
        new Tree(
            2,
            new int[] {0, -1, 1, 1, -1, -1, -1},
            new double[] {9.6, 0, 1, 2, 0, 0, 0},
            new boolean[] {true, false, false, false, false, false, false},
            new int[] {1, 0, 3, 5, 0, 0, 0},
            new double[] {0.5, 0, 0.25, 0.125, 0, 0, 0},
            new double[] {10, 4, 6, 3, 3, 2, 1},
            new double[] {5, 5, 4, 0, 1, 5, 0, 3, 1, 2, 0, 2, 0, 1});

    TreeNode root =
        TreeNodes.of(new TreeModel(INPUTS, List.of("cat", "dog"), 0, tree), profile(Double.NaN))
            .orElseThrow();

    assertThat(root.nodes()).isEqualTo(7);
    assertThat(root.rows()).isEqualTo(10);
    assertThat(root.counts().toString()).isEqualTo("{cat=5.0, dog=5.0}");
    assertThat(root.mean()).isEmpty();
    TreeNode.Split first = root.split().orElseThrow();
    assertThat(first.feature()).isEqualTo("weight");
    assertThat(first.question()).isEqualTo(new AtMost(9.6, Side.LEFT, true));
    assertThat(first.gain()).isEqualTo(0.5);
    assertThat(first.left().split()).isEmpty();
    TreeNode.Split second = first.right().split().orElseThrow();
    assertThat(second.question()).isEqualTo(new Is(Optional.of("Pointy")));
    assertThat(second.left().split().orElseThrow().question()).isEqualTo(new Is(Optional.empty()));
  }

  /** A chain of {@code splits} splits: every right child goes on. */
  private static TreeModel chain(int splits) {
    int n = 2 * splits + 1;
    int[] column = new int[n];
    int[] left = new int[n];
    for (int node = 0; node < n; node++) {
      boolean leaf = node == n - 1 || node % 2 == 1;
      column[node] = leaf ? -1 : 0;
      left[node] = leaf ? 0 : node + 1;
    }
    Tree tree =
        new Tree(
            1,
            column,
            new double[n],
            new boolean[n],
            left,
            new double[n],
            new double[n],
            new double[n]);
    return new TreeModel(INPUTS, List.of(), 7, tree);
  }

  private static int depth(TreeNode node) {
    return node.split().map(split -> 1 + depth(split.right())).orElse(0);
  }

  @Test
  void largeAndDeepTreesAreCut() {
    TreeNode small = TreeNodes.of(chain(200), profile(1)).orElseThrow();
    TreeNode deep = TreeNodes.of(chain(2047), profile(1)).orElseThrow();
    TreeNode large = TreeNodes.of(chain(2048), profile(1)).orElseThrow();

    assertThat(depth(small)).isEqualTo(200);
    assertThat(depth(deep)).isEqualTo(300);
    assertThat(depth(large)).isEqualTo(10);
    assertThat(large.nodes()).isEqualTo(4097);
    assertThat(large.mean()).isEqualTo(OptionalDouble.of(7));
  }

  @Test
  void otherModelsHaveNoTreeToShow() {
    assertThat(
            TreeNodes.of(
                new ForestModel(INPUTS, List.of(), 0, 1, List.of(chain(1).tree())), profile(1)))
        .isEmpty();
  }
}
