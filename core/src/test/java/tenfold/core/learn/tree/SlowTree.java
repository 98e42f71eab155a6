package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trees by the rules alone: every split of every node is tried afresh on the rows themselves, with
 * no codes, histograms or running sums.
 */
final class SlowTree {

  /** A split, and where missing numbers go. */
  record Choice(int column, double threshold, boolean missingLeft, double gain) {}

  /** A node; {@code choice} and children are null for a leaf. */
  record Node(Choice choice, double rows, List<Double> values, Node left, Node right) {}

  private final Sample sample;
  private final Impurity impurity;
  private final Limits limits;
  private final FeatureDraw draw;

  /**
   * Trees of a sample.
   *
   * @param draw of features at each node; null: all of them
   */
  SlowTree(Sample sample, Impurity impurity, Limits limits, FeatureDraw draw) {
    this.sample = sample;
    this.impurity = impurity;
    this.limits = limits;
    this.draw = draw;
  }

  /** The tree of all features. */
  static Node of(Sample sample, Impurity impurity, Limits limits) {
    return new SlowTree(sample, impurity, limits, null).grow(sample.allRows());
  }

  Node grow(int[] rows) {
    return grow(rows, 0, 1);
  }

  private Node grow(int[] rows, int depth, long path) {
    double n = weight(rows);
    boolean pure = Arrays.stream(rows).mapToDouble(i -> sample.y[i]).distinct().count() < 2;
    if (depth >= limits.maxDepth() || n < limits.minRows() || pure) {
      return new Node(null, n, valuesOf(rows), null, null);
    }
    Choice best = best(rows, path);
    if (best == null || best.gain <= limits.minGain()) {
      return new Node(null, n, valuesOf(rows), null, null);
    }
    IntPredicate left = side(best);
    return new Node(
        best,
        n,
        valuesOf(rows),
        grow(pick(rows, left), depth + 1, FeatureDraw.left(path)),
        grow(pick(rows, left.negate()), depth + 1, FeatureDraw.right(path)));
  }

  /** Which rows a split sends left. */
  private IntPredicate side(Choice choice) {
    double[] x = sample.x[choice.column];
    if (sample.levels[choice.column] > 0) {
      return i -> x[i] != choice.threshold;
    }
    return i -> Double.isNaN(x[i]) ? choice.missingLeft : x[i] <= choice.threshold;
  }

  /** The best split by the features that the node draws, or by the first after them; or null. */
  private Choice best(int[] rows, long path) {
    double impurity = impurity(rows);
    List<Supplier<List<Choice>>> features = features(rows, impurity);
    double slack = 1e-12 * (this.impurity == Impurity.VARIANCE ? impurity : 1);
    if (draw == null) {
      return best(features.stream(), slack);
    }
    long[] rank = new long[features.size()];
    draw.ranks(path, rank);
    long[] order = Arrays.stream(rank).sorted().toArray();
    for (int count = draw.count(); count <= rank.length; count++) {
      long last = order[count - 1];
      IntStream drawn = IntStream.range(0, rank.length).filter(f -> rank[f] <= last);
      Choice best = best(drawn.mapToObj(features::get), slack);
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private static Choice best(Stream<Supplier<List<Choice>>> features, double slack) {
    List<Choice> all = features.flatMap(f -> f.get().stream()).toList();
    double most = all.stream().mapToDouble(Choice::gain).max().orElse(0);
    return most > slack
        ? all.stream().filter(c -> c.gain >= most - slack).findFirst().orElseThrow()
        : null;
  }

  /** The splits of every feature, lowest threshold first, missing numbers on the left first. */
  private List<Supplier<List<Choice>>> features(int[] rows, double parent) {
    List<Supplier<List<Choice>>> out = new ArrayList<>();
    for (int column = 0; column < sample.x.length; column++) {
      int c = column;
      if (sample.levels[c] == 0) {
        out.add(() -> thresholds(rows, c, parent));
      }
      for (int level = 0; level < sample.levels[c]; level++) {
        Choice choice = new Choice(c, level, false, 0);
        out.add(() -> gained(rows, choice, parent));
      }
    }
    return out;
  }

  private List<Choice> thresholds(int[] rows, int c, double parent) {
    double[] x = sample.x[c];
    double[] values =
        Arrays.stream(rows).mapToDouble(i -> x[i]).filter(v -> !Double.isNaN(v)).toArray();
    boolean missing = values.length < rows.length;
    values = Arrays.stream(values).sorted().distinct().toArray();
    List<Choice> out = new ArrayList<>();
    for (int v = 0; v + 1 < values.length; v++) {
      double mid = (values[v] + values[v + 1]) / 2;
      out.addAll(gained(rows, new Choice(c, mid, true, 0), parent));
      if (missing) {
        out.addAll(gained(rows, new Choice(c, mid, false, 0), parent));
      } else {
        out.add(toLarger(rows, out.remove(out.size() - 1)));
      }
    }
    return out;
  }

  /** The split of a node that has no missing numbers: they go to the larger child, then left. */
  private Choice toLarger(int[] rows, Choice choice) {
    double left = weight(pick(rows, side(choice)));
    boolean larger = left >= (0.5 - 1e-12) * weight(rows);
    return new Choice(choice.column, choice.threshold, larger, choice.gain);
  }

  /** The split with its gain; nothing where one side is empty. */
  private List<Choice> gained(int[] rows, Choice choice, double parent) {
    IntPredicate side = side(choice);
    int[] left = pick(rows, side);
    int[] right = pick(rows, side.negate());
    if (left.length == 0 || right.length == 0) {
      return List.of();
    }
    double children = weight(left) * impurity(left) + weight(right) * impurity(right);
    double gain = parent - children / weight(rows);
    return List.of(new Choice(choice.column, choice.threshold, choice.missingLeft, gain));
  }

  private static int[] pick(int[] rows, IntPredicate which) {
    int[] out = new int[rows.length];
    int n = 0;
    for (int i : rows) {
      if (which.test(i)) {
        out[n++] = i;
      }
    }
    return Arrays.copyOf(out, n);
  }

  private double impurity(int[] rows) {
    double[] values = values(rows);
    double n = weight(rows);
    double out = impurity == Impurity.GINI ? 1 : 0;
    if (impurity == Impurity.VARIANCE) {
      for (int i : rows) {
        out += sample.weight(i) * Math.pow(sample.y[i] - values[0], 2) / n;
      }
      return out;
    }
    for (double w : values) {
      double p = w / n;
      out -= impurity == Impurity.GINI ? p * p : p > 0 ? p * Math.log(p) / Math.log(2) : 0;
    }
    return out;
  }

  private double weight(int[] rows) {
    double sum = 0;
    for (int i : rows) {
      sum += sample.weight(i);
    }
    return sum;
  }

  /** Weight of each class, or the mean. */
  private double[] values(int[] rows) {
    double[] out = new double[Math.max(1, sample.classes)];
    for (int i : rows) {
      int c = sample.classes == 0 ? 0 : (int) sample.y[i];
      out[c] += sample.classes == 0 ? sample.weight(i) * sample.y[i] : sample.weight(i);
    }
    if (sample.classes == 0) {
      out[0] /= weight(rows);
    }
    return out;
  }

  private List<Double> valuesOf(int[] rows) {
    return Arrays.stream(values(rows)).boxed().toList();
  }

  /** Says whether a tree is this one, node for node. */
  void assertSame(Tree tree, int[] rows) {
    assertSame(tree, 0, grow(rows), "root");
  }

  private void assertSame(Tree tree, int node, Node slow, String at) {
    assertThat(tree.rows(node)).as("rows of %s", at).isCloseTo(slow.rows, within(1e-9));
    for (int c = 0; c < tree.outputs(); c++) {
      assertThat(tree.value(node, c))
          .as("value %d of %s", c, at)
          .isCloseTo(slow.values.get(c), within(1e-9));
    }
    if (slow.choice == null) {
      assertThat(tree.column(node)).as("column of %s", at).isEqualTo(-1);
      assertThat(tree.gain(node)).as("gain of %s", at).isZero();
      return;
    }
    Choice choice = slow.choice;
    assertThat(tree.column(node)).as("column of %s", at).isEqualTo(choice.column);
    assertThat(tree.threshold(node)).as("threshold of %s", at).isEqualTo(choice.threshold);
    assertThat(tree.gain(node)).as("gain of %s", at).isCloseTo(choice.gain, within(1e-9));
    if (sample.levels[choice.column] == 0) {
      assertThat(tree.missingLeft(node)).as("side of %s", at).isEqualTo(choice.missingLeft);
    }
    assertSame(tree, tree.left(node), slow.left, at + ", left");
    assertSame(tree, tree.right(node), slow.right, at + ", right");
  }
}
