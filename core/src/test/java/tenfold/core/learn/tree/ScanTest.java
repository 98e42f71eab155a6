package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.learn.tree.Split.Missing;

class ScanTest {

  private static Split empty(double score) {
    Split split = new Split();
    split.clear(score, 1e-9);
    return split;
  }

  /** 3 and 1 of two classes: {@code 3 log 3 - 4 log 4} bits, and {@code 10 / 4}. */
  @Test
  void scoresAreMinusWeightTimesImpurityButForWhatAllSplitsShare() {
    double[] counts = {9, 3, 1};
    double log3 = Math.log(3) / Math.log(2);

    assertThat(new Scan(Impurity.ENTROPY, 2).score(counts, 1))
        .isCloseTo(3 * log3 - 8, within(1e-14));
    assertThat(new Scan(Impurity.GINI, 2).score(counts, 1)).isEqualTo(2.5);
    assertThat(new Scan(Impurity.VARIANCE, 2).score(new double[] {4, 6}, 0)).isEqualTo(9);
  }

  @Test
  void nothingScoresNothing() {
    for (Impurity impurity : Impurity.values()) {
      assertThat(new Scan(impurity, 2).score(new double[2], 0)).isZero();
    }
  }

  /** Codes 1 and 4 have one row of each class on either side: 1|4 and 4|9 gain the same. */
  @Test
  void ofEqualThresholdsTheLowestIsTakenAndTheNextCodePresentIsNoted() {
    double[] cells = new double[2 * 11];
    cells[2 * 1] = 1;
    cells[2 * 4 + 1] = 1;
    cells[2 * 4] = 1;
    cells[2 * 9 + 1] = 1;
    for (Impurity impurity : new Impurity[] {Impurity.ENTROPY, Impurity.GINI}) {
      Scan scan = new Scan(impurity, 2);
      double[] total = {2, 2};
      Split best = empty(scan.score(total, 0));

      scan.begin(4, true);
      scan.numbers(cells, 0, 10, new int[] {1, 4, 9}, 3, total, 5, best);

      assertThat(best.column).isEqualTo(5);
      assertThat(best.code).isEqualTo(1);
      assertThat(best.next).isEqualTo(4);
      assertThat(best.leftWeight).isEqualTo(1);
      assertThat(best.missing).isEqualTo(Missing.UNSEEN);
    }
  }

  /** The one threshold parts nothing by itself; the rows without a value are all of class 1. */
  @Test
  void missingNumbersGoWhereTheyGainMore() {
    double[] right = {2, 0, 0, 1, 0, 3};
    double[] left = {0, 1, 2, 0, 0, 3};
    Scan scan = new Scan(Impurity.ENTROPY, 2);
    double[] total = {2, 4};
    Split one = empty(scan.score(total, 0));
    Split two = empty(scan.score(total, 0));

    scan.begin(6, true);
    scan.numbers(right, 0, 2, new int[] {0, 1, 2}, 3, total, 0, one);
    scan.numbers(left, 0, 2, new int[] {0, 1, 2}, 3, total, 0, two);

    assertThat(one.missing).isEqualTo(Missing.RIGHT);
    assertThat(two.missing).isEqualTo(Missing.LEFT);
    assertThat(one.score).isZero();
    assertThat(two.score).isZero();
  }

  @Test
  void aColumnOfOneValueAndMissingOnesHasNoThreshold() {
    Scan scan = new Scan(Impurity.GINI, 2);
    Split best = empty(0);

    scan.begin(4, true);
    scan.numbers(
        new double[] {2, 0, 0, 2}, 0, 1, new int[] {0, 1}, 2, new double[] {2, 2}, 0, best);

    assertThat(best.column).isEqualTo(-1);
  }

  @Test
  void aLevelThatAllRowsHavePartsNothing() {
    Scan scan = new Scan(Impurity.VARIANCE, 2);
    double[] cells = {4, 6};
    Split best = empty(-1);

    scan.level(cells, 0, 0, new double[] {4, 6}, 0, best);

    assertThat(best.column).isEqualTo(-1);
  }

  /** Two classes have a loop of their own: a third class that no row has changes nothing. */
  @Property
  void aClassWithoutRowsChangesNothing(
      @ForAll @IntRange(min = 2, max = 30) int codes, @ForAll long seed) {
    Random random = new Random(seed);
    double[] two = new double[2 * (codes + 1)];
    double[] three = new double[3 * (codes + 1)];
    int[] present = new int[codes];
    double[] total = new double[3];
    for (int code = 0; code < codes; code++) {
      present[code] = code;
      for (int k = 0; k < 2; k++) {
        double w = 1 + random.nextInt(5);
        two[2 * code + k] = w;
        three[3 * code + k] = w;
        total[k] += w;
      }
    }
    for (Impurity impurity : new Impurity[] {Impurity.ENTROPY, Impurity.GINI}) {
      Scan narrow = new Scan(impurity, 2);
      Scan wide = new Scan(impurity, 3);
      Split one = empty(narrow.score(total, 0));
      Split other = empty(wide.score(total, 0));

      narrow.begin(total[0] + total[1], true);
      narrow.numbers(two, 0, codes, present, codes, total, 0, one);
      wide.begin(total[0] + total[1], true);
      wide.numbers(three, 0, codes, present, codes, total, 0, other);

      assertThat(other.score).isCloseTo(one.score, within(1e-9));
      assertThat(other.column).isEqualTo(one.column);
      if (one.column >= 0) {
        assertThat(other.leftWeight).isCloseTo(one.leftWeight, within(1e-9));
      }
    }
  }
}
