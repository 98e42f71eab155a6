package tenfold.core.learn.tree;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Table;
import tenfold.core.seed.Seed;

/**
 * The rules hold where there is more to a node than a count: histograms of all columns, of the
 * larger child by subtraction, no histogram left, and near copies of subtrees.
 */
class GrowerLargeTest {

  private static void check(Sample sample, int depth) {
    Limits limits = new Limits(depth, 0, 1);
    for (Impurity impurity : Samples.impurities(sample)) {
      new SlowTree(sample, impurity, limits, null)
          .assertSame(sample.grow(impurity, limits), sample.allRows());
    }
  }

  /**
   * Of 120 codes a column, nodes of 256 rows and more have a histogram: the root counts it, and
   * larger children have it by subtraction for two or three levels.
   */
  @Property(tries = 2)
  void manyRowsOfFewColumns(@ForAll long seed) {
    for (int classes : new int[] {0, 2, 4}) {
      check(Samples.numbers(new Random(seed), 2000, 3, classes, 120), 4);
    }
  }

  @Property(tries = 2)
  void manyRowsWithMissingValuesAndNames(@ForAll long seed) {
    for (int classes : new int[] {0, 2, 4}) {
      check(Samples.mixed(new Random(seed), 3000, 6, classes), 6);
    }
  }

  @Property(tries = 2)
  void manyRowsOfAnyTargets(@ForAll long seed) {
    Random random = new Random(seed);
    Sample whole = Samples.mixed(random, 3000, 6, 0);
    check(whole.withTargets(i -> whole.y[i] + random.nextGaussian()), 6);
  }

  @Property(tries = 2)
  void manyRowsOfAnyWeights(@ForAll long seed) {
    Random random = new Random(seed);
    for (int classes : new int[] {0, 2}) {
      Sample sample = Samples.mixed(random, 3000, 4, classes);
      check(sample.withWeights(i -> 0.1 + random.nextDouble()), 5);
    }
  }

  /** Of 100 columns, nodes of at most 2,621 rows are grown on a copy: here the root's children. */
  @Property(tries = 1)
  void subtreesOnACopyOfTheirRows(@ForAll long seed) {
    for (int classes : new int[] {0, 3}) {
      check(Samples.mixed(new Random(seed), 3000, 100, classes), 4);
    }
  }

  /** A copy takes along how often a row was drawn, and the drawing of features. */
  @Property(tries = 1)
  void subtreesOnACopyOfRowsThatWereDrawn(@ForAll long seed) {
    Random random = new Random(seed);
    Limits limits = new Limits(5, 0, 1);
    for (int classes : new int[] {0, 3}) {
      Sample sample = Samples.mixed(random, 4500, 100, classes);
      Table table = sample.table();
      int[] drawn = random.ints(sample.rows(), 0, sample.rows()).sorted().toArray();
      double[] times = new double[sample.rows()];
      for (int row : drawn) {
        times[row]++;
      }
      FeatureDraw draw = new FeatureDraw(12, new Seed(seed), table.features());
      for (Impurity impurity : Samples.impurities(sample)) {
        int[] rows = Arrays.stream(drawn).distinct().toArray();
        Tree tree =
            new Grower(table, impurity, limits)
                .grow(rows, Optional.of(times), new int[0], Optional.of(draw))
                .tree();

        new SlowTree(sample.rows(drawn), impurity, limits, draw).assertSame(tree, sample.allRows());
      }
    }
  }

  /** Of 1,000 classes and 2,000 columns of 5 codes there is room for one histogram only. */
  @Property(tries = 1)
  void whereNoHistogramIsLeft(@ForAll long seed) {
    Random random = new Random(seed);
    Sample numbers = Samples.numbers(random, 600, 2000, 0, 5);
    double[] y = random.ints(600, 0, 1000).mapToDouble(k -> k).toArray();
    Sample sample = new Sample(numbers.name, numbers.levels, numbers.x, 1000, y, null);
    Limits limits = new Limits(2, 0, 1);

    new SlowTree(sample, Impurity.GINI, limits, null)
        .assertSame(sample.grow(Impurity.GINI, limits), sample.allRows());
  }

  /** Levels beyond the 255th are codes of another column of the same name. */
  @Property(tries = 2)
  void aNameOfMoreLevelsThanAColumnHasCodes(@ForAll long seed) {
    Random random = new Random(seed);
    double[] name = random.ints(2000, -1, 300).mapToDouble(l -> l).toArray();
    double[] number = random.ints(2000, 0, 5).mapToDouble(k -> k).toArray();
    for (int classes : new int[] {0, 2}) {
      double[] y = new double[2000];
      for (int i = 0; i < y.length; i++) {
        y[i] = (name[i] % 7 == 3 || number[i] > 2) != random.nextInt(5) > 3 ? 1 : 0;
      }
      String[] titles = {"before", "name", "after"};
      int[] levels = {0, 300, 3};
      double[] after = random.ints(2000, 0, 3).mapToDouble(l -> l).toArray();
      check(new Sample(titles, levels, new double[][] {number, name, after}, classes, y, null), 4);
    }
  }
}
