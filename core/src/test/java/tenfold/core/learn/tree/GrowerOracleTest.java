package tenfold.core.learn.tree;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import tenfold.core.data.Table;
import tenfold.core.seed.Seed;

/** Grown trees are those of the rules, node for node. */
class GrowerOracleTest {

  private static final Limits LOOSE = new Limits(20, 0, 1);

  private static void check(Sample sample, Limits limits) {
    for (Impurity impurity : Samples.impurities(sample)) {
      new SlowTree(sample, impurity, limits, null)
          .assertSame(sample.grow(impurity, limits), sample.allRows());
    }
  }

  @Property
  void onRowsThatCountOnce(@ForAll(supplier = Samples.class) Sample sample) {
    check(sample, LOOSE);
  }

  /** Limits that no gain meets exactly, where rounding would say which is more. */
  @Property
  void withinLimits(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll @DoubleRange(min = 0, max = 0.2) double gain,
      @ForAll @IntRange(min = 1, max = 30) int rows) {
    check(sample, new Limits(depth, gain * (1 - Math.PI / 100), rows));
  }

  @Property
  void onRowsOfWholeWeights(@ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    check(sample.withWeights(i -> 1 + random.nextInt(3)), LOOSE);
  }

  @Property
  void onRowsOfAnyWeights(@ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    check(sample.withWeights(i -> 0.1 + 2 * random.nextDouble()), new Limits(20, 0, 0.5));
  }

  /** Weights whose sums are rounded: which child is the larger one must not hang on that. */
  @Property
  void onTenthsOfRows(@ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    check(sample.withWeights(i -> (1 + random.nextInt(3)) / 10.0), new Limits(20, 0, 0.05));
  }

  @Property
  void onAnyTargetsOfAnySpread(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll @IntRange(min = -9, max = 9) int power,
      @ForAll long seed) {
    Random random = new Random(seed);
    double scale = Math.pow(2, power);
    Sample whole = Samples.mixed(random, rows, columns, 0);
    Sample sample = whole.withTargets(i -> scale * (whole.y[i] / 3 + random.nextGaussian()));

    Grower grower = new Grower(sample.table(), Impurity.VARIANCE, LOOSE);

    new SlowTree(sample, Impurity.VARIANCE, LOOSE, null)
        .assertSame(
            grower.grow(sample.allRows(), Optional.empty(), new int[0], Optional.empty()).tree(),
            sample.allRows());
  }

  @Property
  void onSomeOfTheRows(@ForAll(supplier = Samples.class) Sample sample, @ForAll long seed) {
    Random random = new Random(seed);
    int[] rows =
        IntStream.range(0, sample.rows()).filter(i -> i == 0 || random.nextBoolean()).toArray();
    for (Impurity impurity : Samples.impurities(sample)) {
      Grower grower = new Grower(sample.table(), impurity, LOOSE);
      Tree tree = grower.grow(rows.clone(), Optional.empty(), new int[0], Optional.empty()).tree();

      new SlowTree(sample, impurity, LOOSE, null).assertSame(tree, rows);
    }
  }

  /** A row drawn twice is two rows. */
  @Property
  void onRowsDrawnMoreThanOnce(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll boolean weighted,
      @ForAll long seed) {
    Random random = new Random(seed);
    Sample its = weighted ? sample.withWeights(i -> 0.5 + random.nextInt(4) / 4.0) : sample;
    int[] drawn = random.ints(its.rows(), 0, its.rows()).sorted().toArray();
    double[] times = new double[its.rows()];
    IntStream.of(drawn).forEach(i -> times[i]++);
    for (Impurity impurity : Samples.impurities(its)) {
      Grower grower = new Grower(its.table(), impurity, LOOSE);
      int[] rows = IntStream.of(drawn).distinct().toArray();
      Tree tree = grower.grow(rows, Optional.of(times), new int[0], Optional.empty()).tree();

      new SlowTree(its.rows(drawn), impurity, LOOSE, null).assertSame(tree, its.allRows());
    }
  }

  @Property
  void byTheFeaturesThatEachNodeDraws(
      @ForAll(supplier = Samples.class) Sample sample,
      @ForAll @IntRange(min = 1, max = 6) int count,
      @ForAll long seed) {
    Table table = sample.table();
    FeatureDraw draw =
        new FeatureDraw(Math.min(count, table.features().size()), new Seed(seed), table.features());
    for (Impurity impurity : Samples.impurities(sample)) {
      Tree tree =
          new Grower(table, impurity, LOOSE)
              .grow(sample.allRows(), Optional.empty(), new int[0], Optional.of(draw))
              .tree();

      new SlowTree(sample, impurity, LOOSE, draw).assertSame(tree, sample.allRows());
    }
  }
}
