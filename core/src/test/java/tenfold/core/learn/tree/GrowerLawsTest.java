package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import tenfold.core.data.Table;
import tenfold.core.seed.Seed;

/** What holds for grown trees whatever the data. */
class GrowerLawsTest {

  private static final Limits LOOSE = new Limits(30, 0, 1);

  private static Grower grower(Table table, Sample sample, Limits limits) {
    return new Grower(table, Samples.impurities(sample)[0], limits);
  }

  private static Tree grow(Sample sample, Limits limits, Optional<FeatureDraw> draw) {
    return grower(sample.table(), sample, limits)
        .grow(sample.allRows(), Optional.empty(), new int[0], draw)
        .tree();
  }

  /** A draw of about a third of the features for odd seeds, all of them for even ones. */
  private static Optional<FeatureDraw> drawn(Sample sample, long seed) {
    var features = sample.table().features();
    return seed % 2 == 0
        ? Optional.empty()
        : Optional.of(new FeatureDraw(1 + features.size() / 3, new Seed(seed), features));
  }

  @Property
  void aTreeCutAtLimitsIsTheTreeGrownToThem(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll @IntRange(min = 0, max = 6) int depth,
      @ForAll @DoubleRange(min = 0, max = 0.3) double gain,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll long seed) {
    Limits limits = new Limits(depth, gain, rows);

    Tree cut = grow(sample, LOOSE, drawn(sample, seed)).prune(limits);

    assertSame(cut, grow(sample, limits, drawn(sample, seed)));
  }

  /** There the histograms of both trees are the larger children's by subtraction. */
  @Property(tries = 5)
  void aLargeTreeCutAtLimitsIsTheTreeGrownToThem(
      @ForAll @IntRange(min = 0, max = 8) int depth,
      @ForAll @DoubleRange(min = 0, max = 0.1) double gain,
      @ForAll @IntRange(min = 1, max = 900) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    for (int classes : new int[] {0, 2, 4}) {
      Sample whole = Samples.mixed(random, 5000, 5, classes);
      Sample sample =
          classes > 0 ? whole : whole.withTargets(i -> whole.y[i] + random.nextGaussian());
      Limits limits = new Limits(depth, gain, rows);

      assertSame(
          grow(sample, LOOSE, Optional.empty()).prune(limits),
          grow(sample, limits, Optional.empty()));
    }
  }

  @Property
  void weightTwoIsTheRowTwice(@ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    int[] times = random.ints(sample.rows(), 1, 4).toArray();
    int[] repeated = sample.allRows();
    repeated = Arrays.stream(repeated).flatMap(i -> repeat(i, times[i])).toArray();
    Optional<FeatureDraw> draw = drawn(sample, seed);

    assertSame(
        grow(sample.withWeights(i -> times[i]), LOOSE, draw),
        grow(sample.rows(repeated), LOOSE, draw));
  }

  /** Rows that have no histograms of their own by weight have them by subtraction when repeated. */
  @Property(tries = 5)
  void weightTwoIsTheRowTwiceInLargeTrees(@ForAll long seed) {
    Random random = new Random(seed);
    for (int classes : new int[] {0, 2, 4}) {
      Sample sample = Samples.mixed(random, 2000, 5, classes);
      int[] twice = IntStream.range(0, 4000).map(i -> i / 2).toArray();

      assertSame(
          grow(sample.withWeights(i -> 2), LOOSE, Optional.empty()),
          grow(sample.rows(twice), LOOSE, Optional.empty()));
    }
  }

  private static IntStream repeat(int row, int times) {
    return IntStream.generate(() -> row).limit(times);
  }

  /** Rows of whole weights: sums of others depend on the order of the rows in the last digit. */
  @Property
  void theOrderOfTheRowsChangesNothing(
      @ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    Sample weighted = sample.withWeights(i -> 1 + random.nextInt(3));
    int[] order = Samples.shuffled(random, sample.rows());

    assertSame(
        grow(weighted, LOOSE, drawn(sample, seed)),
        grow(weighted.rows(order), LOOSE, drawn(sample, seed)));
  }

  @Property
  void renamedClassesHaveTheValuesOfTheirOldNames(
      @ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    if (sample.classes == 0) {
      return;
    }
    int[] other = Samples.shuffled(new Random(seed), sample.classes);
    Sample renamed = sample.withTargets(i -> other[(int) sample.y[i]]);

    Tree tree = grow(sample, LOOSE, drawn(sample, seed));
    Tree its = grow(renamed, LOOSE, drawn(sample, seed));

    assertSameSplits(tree, its);
    for (int node = 0; node < tree.nodes(); node++) {
      for (int c = 0; c < sample.classes; c++) {
        assertThat(its.value(node, other[c])).isEqualTo(tree.value(node, c));
      }
    }
  }

  /** In another order of the columns a node takes the same split, or one that gains the same. */
  @Property
  void theOrderOfTheColumnsChangesNothingButTies(
      @ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    int[] order = Samples.shuffled(new Random(seed), sample.x.length);
    Sample shuffled = sample.columns(order);

    Tree tree = grow(sample, LOOSE, drawn(sample, seed));
    Tree its = grow(shuffled, LOOSE, drawn(shuffled, seed));

    assertSameButTies(tree, 0, its, 0, order);
  }

  private static void assertSameButTies(Tree one, int a, Tree two, int b, int[] order) {
    assertThat(two.rows(b)).isEqualTo(one.rows(a));
    assertThat(two.leaf(b)).isEqualTo(one.leaf(a));
    assertThat(two.gain(b)).isCloseTo(one.gain(a), within(1e-9));
    if (one.leaf(a)) {
      return;
    }
    boolean tie = order[two.column(b)] != one.column(a) || two.threshold(b) != one.threshold(a);
    if (!tie) {
      assertSameButTies(one, one.left(a), two, two.left(b), order);
      assertSameButTies(one, one.right(a), two, two.right(b), order);
    }
  }

  /** A walk by the thresholds leads every row to the stretch in which the grower left it. */
  @Property
  void rowsAndRidersEndWhereTheirValuesLead(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll @IntRange(min = 2, max = 12) int bins,
      @ForAll long seed) {
    Random random = new Random(seed);
    boolean[] rides = new boolean[sample.rows()];
    IntStream.range(1, rides.length).forEach(i -> rides[i] = random.nextBoolean());
    int[] rows = IntStream.range(0, rides.length).filter(i -> !rides[i]).toArray();
    int[] riders = IntStream.range(0, rides.length).filter(i -> rides[i]).toArray();

    Grown grown =
        grower(sample.table(bins), sample, LOOSE)
            .grow(rows.clone(), Optional.empty(), riders.clone(), drawn(sample, seed));

    assertSpans(sample, grown, 0, rows, riders);
    assertThat(grown.tree().rows(0)).isEqualTo(rows.length);
  }

  /** Riders have codes that no row of their node has, and a mid-point would tear some of these. */
  @Property
  void manyRidersOfWideBinsEndWhereTheirValuesLead(
      @ForAll @IntRange(min = 3, max = 12) int bins, @ForAll long seed) {
    Sample sample = Samples.numbers(new Random(seed), 120, 2, 3, 40);
    int[] rows = IntStream.range(0, 120).filter(i -> i % 8 == 0).toArray();
    int[] riders = IntStream.range(0, 120).filter(i -> i % 8 > 0).toArray();

    Grown grown =
        grower(sample.table(bins), sample, LOOSE)
            .grow(rows.clone(), Optional.empty(), riders.clone(), Optional.empty());

    assertSpans(sample, grown, 0, rows, riders);
  }

  /** The same where subtrees are grown on a copy of their rows: nodes of up to 2,184 rows. */
  @Property(tries = 3)
  void rowsAndRidersOfLargeTreesEndWhereTheirValuesLead(@ForAll long seed) {
    Random random = new Random(seed);
    Sample sample = Samples.mixed(random, 6000, 120, 3);
    int[] rows = IntStream.range(0, 6000).filter(i -> i % 3 > 0).toArray();
    int[] riders = IntStream.range(0, 6000).filter(i -> i % 3 == 0).toArray();

    Grown grown =
        grower(sample.table(4), sample, new Limits(6, 0, 1))
            .grow(rows.clone(), Optional.empty(), riders.clone(), Optional.empty());

    assertSpans(sample, grown, 0, rows, riders);
  }

  private static void assertSpans(Sample sample, Grown grown, int node, int[] rows, int[] riders) {
    Tree tree = grown.tree();
    int[] its = Arrays.copyOfRange(grown.rows(), grown.from(node), grown.to(node));
    int[] ridden = Arrays.copyOfRange(grown.riders(), grown.riderFrom(node), grown.riderTo(node));
    if (!tree.leaf(node)) { // leaf by leaf there
      Arrays.sort(its);
      Arrays.sort(ridden);
    }
    assertThat(its).as("rows of node %d", node).isEqualTo(rows);
    assertThat(ridden).as("riders of node %d", node).isEqualTo(riders);
    if (tree.leaf(node)) {
      return;
    }
    int one = tree.left(node);
    int two = tree.right(node);
    assertThat(grown.from(one)).isEqualTo(grown.from(node));
    assertThat(grown.from(two)).isEqualTo(grown.to(one));
    assertThat(grown.to(two)).isEqualTo(grown.to(node));
    IntPredicate left = i -> left(sample, tree, node, i);
    IntPredicate right = left.negate();
    assertThat(pick(rows, left)).isNotEmpty();
    assertThat(pick(rows, right)).isNotEmpty();
    assertSpans(sample, grown, one, pick(rows, left), pick(riders, left));
    assertSpans(sample, grown, two, pick(rows, right), pick(riders, right));
  }

  private static int[] pick(int[] rows, IntPredicate which) {
    return Arrays.stream(rows).filter(which).toArray();
  }

  /** Whether a row goes left, by the words of {@link Tree}. */
  private static boolean left(Sample sample, Tree tree, int node, int row) {
    double value = sample.x[tree.column(node)][row];
    if (sample.levels[tree.column(node)] > 0) {
      return value != tree.threshold(node);
    }
    return Double.isNaN(value) ? tree.missingLeft(node) : value <= tree.threshold(node);
  }

  /** Bins are values of their own: but for thresholds, the tree is that of the bins' numbers. */
  @Property
  void aTreeOfBinsIsTheTreeOfTheirNumbers(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll @IntRange(min = 2, max = 6) int bins,
      @ForAll long seed) {
    Table table = sample.table(bins);
    Sample numbered = binned(sample, table);

    Tree tree =
        grower(table, sample, LOOSE)
            .grow(sample.allRows(), Optional.empty(), new int[0], drawn(sample, seed))
            .tree();

    Tree its = grow(numbered, LOOSE, drawn(sample, seed));
    assertThat(tree.nodes()).isEqualTo(its.nodes());
    for (int node = 0; node < tree.nodes(); node++) {
      assertThat(tree.column(node)).isEqualTo(its.column(node));
      assertThat(tree.missingLeft(node)).isEqualTo(its.missingLeft(node));
      assertThat(tree.gain(node)).isEqualTo(its.gain(node));
      assertThat(tree.rows(node)).isEqualTo(its.rows(node));
    }
  }

  private static Sample binned(Sample sample, Table table) {
    double[][] x = sample.x.clone();
    for (int c = 0; c < x.length; c++) {
      byte[] codes = table.codes(c);
      double[] values = x[c];
      if (sample.levels[c] == 0) {
        x[c] =
            Arrays.stream(sample.allRows())
                .mapToDouble(i -> Double.isNaN(values[i]) ? Double.NaN : codes[i] & 0xFF)
                .toArray();
      }
    }
    return new Sample(sample.name, sample.levels, x, sample.classes, sample.y, sample.weight);
  }

  /** Nothing of a tree stays behind in its grower. */
  @Property
  void theTreeAfterAnotherIsThatOfAFreshGrower(
      @ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Table table = sample.table();
    Grower one = grower(table, sample, LOOSE);
    for (long s = seed; s < seed + 4; s++) {
      int[] rows =
          new Random(s).ints(sample.rows(), 0, sample.rows()).sorted().distinct().toArray();

      Tree again = one.grow(rows.clone(), Optional.empty(), new int[0], drawn(sample, s)).tree();

      assertSame(
          again,
          grower(table, sample, LOOSE)
              .grow(rows, Optional.empty(), new int[0], drawn(sample, s))
              .tree());
    }
  }

  @Property
  void withoutColumnsThereIsALeaf(@ForAll(supplier = Samples.class) Sample sample) {
    Tree tree = grow(sample.columns(), LOOSE, Optional.empty());

    assertThat(tree.nodes()).isEqualTo(1);
    assertThat(tree.leaf(0)).isTrue();
    assertThat(tree.rows(0)).isEqualTo(sample.rows());
  }

  private static void assertSame(Tree tree, Tree expected) {
    assertSameSplits(tree, expected);
    for (int node = 0; node < tree.nodes(); node++) {
      assertThat(tree.gain(node)).isEqualTo(expected.gain(node));
      for (int c = 0; c < tree.outputs(); c++) {
        assertThat(tree.value(node, c)).isEqualTo(expected.value(node, c));
      }
    }
  }

  private static void assertSameSplits(Tree tree, Tree expected) {
    assertThat(tree.nodes()).isEqualTo(expected.nodes());
    for (int node = 0; node < tree.nodes(); node++) {
      assertThat(tree.column(node)).isEqualTo(expected.column(node));
      assertThat(tree.threshold(node)).isEqualTo(expected.threshold(node));
      assertThat(tree.missingLeft(node)).isEqualTo(expected.missingLeft(node));
      assertThat(tree.left(node)).isEqualTo(expected.left(node));
      assertThat(tree.gain(node)).isCloseTo(expected.gain(node), within(1e-9));
      assertThat(tree.rows(node)).isEqualTo(expected.rows(node));
    }
  }
}
