package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.learn.tree.TreeModel;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** Data at the edges of what can be learned. */
class DegenerateTest {

  private static TreeGrid grid(int depth, int bins) {
    return new TreeGrid(
        List.of(Impurity.ENTROPY), List.of(depth), List.of(0.0), List.of(2), List.of(bins));
  }

  private static List<Family> families(TreeGrid grid, Task task) {
    return List.of(
        new TreeFamily(grid, task),
        new ForestFamily(new ForestGrid(List.of(5), List.of(Draw.Rule.ALL), grid), task));
  }

  private static Swept sweep(Family family, Posed posed) {
    return family.sweep(posed.engine(2), posed.problem(), Set.of());
  }

  private static Scored only(Swept swept) {
    assertThat(swept.results()).hasSize(1);
    return (Scored) swept.results().get(0).outcome();
  }

  private static Object[] answers(int n, IntFunction<Object> of) {
    return IntStream.range(0, n).mapToObj(of).toArray();
  }

  private static double[][] column(int n, IntToDoubleFunction of) {
    return IntStream.range(0, n)
        .mapToObj(i -> new double[] {of.applyAsDouble(i)})
        .toArray(double[][]::new);
  }

  /** J of the training rows' mean, on those rows and on the fold. */
  @Test
  void constantColumnsLeaveTheMean() {
    Rows rows = Rows.numbers(column(12, i -> 3), answers(12, i -> (double) (i % 4)));
    Posed posed = Posed.of(rows, Way.OWN);
    for (Family family : families(grid(9, 255), Task.REGRESSION)) {
      Scored scored = only(sweep(family, posed));

      double allowed = family.name().equals("tree") ? 1e-12 : 0.6; // a bag has a mean of its own
      assertThat(scored.jTrain()).isCloseTo(1.25 / 2, offset(allowed));
      assertThat(scored.jCv()).isCloseTo(1.25 / 2, offset(allowed));
    }
  }

  @Test
  void aFoldWhoseTrainingRowsAreAlikeGrowsALeaf() {
    Rows rows =
        Rows.numbers(
            column(12, i -> i % 3 == 0 ? i : 5), answers(12, i -> i % 3 == 0 ? 2.0 * i : 8.0));
    Posed posed = Posed.of(rows, Way.OWN); // fold 0 has all rows that differ
    for (Family family : families(grid(9, 255), Task.REGRESSION)) {
      Scored scored = only(sweep(family, posed));

      assertThat(scored.folds().get(0).jTrain()).isZero();
      assertThat(scored.folds().get(0).jCv()).isCloseTo((64 + 4 + 16 + 100) / 8.0, offset(1e-6));
    }
  }

  @Test
  void aDepthThatIsNeverReachedIsTheDepthThatIs() {
    Rows rows = Rows.numbers(column(60, i -> i), answers(60, i -> Math.pow(1.1, i)));
    Posed posed = Posed.of(rows, Way.OWN);
    Family deep = new TreeFamily(grid(Integer.MAX_VALUE, 255), Task.REGRESSION);
    Family enough = new TreeFamily(grid(200, 255), Task.REGRESSION);

    assertThat(only(sweep(deep, posed))).isEqualTo(only(sweep(enough, posed)));
    assertThat(only(sweep(deep, posed)).jTrain()).isLessThan(1e-9);
  }

  /** Two of 300 levels answer otherwise; the second of them has its code in another column. */
  @Test
  void aNameOfManyLevelsIsSplitAtAnyOfThem() {
    List<Rows.Line> lines = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      String level = "level%03d".formatted(i % 300);
      String y = i % 300 == 7 || i % 300 == 299 ? "rare" : "common";
      lines.add(new Rows.Line(i, List.of(level, (double) i), y, 1, "g", i, i / 300));
    }
    Rows rows = Rows.of(List.of(new Feature("n", Kind.NAME), new Feature("i", Kind.NUMBER)), lines);
    Posed posed = Posed.of(rows, Way.OWN);
    for (Family family : families(grid(2, 255), Task.CLASSIFICATION)) {
      Swept swept = sweep(family, posed);

      assertThat(only(swept).jCv()).isZero();
      Candidate candidate = swept.results().get(0).candidate();
      assertThat(posed.j(swept.refit(candidate)::predict, 0, part -> true)).isZero();
    }
  }

  @Test
  void twoBinsAreOneThreshold() {
    Rows rows = Rows.numbers(column(90, i -> i), answers(90, i -> i < 45 ? "low" : "high"));
    Posed posed = Posed.of(rows, Way.OWN);
    Swept swept = sweep(new TreeFamily(grid(9, 2), Task.CLASSIFICATION), posed);

    assertThat(only(swept).jTrain()).isZero();
    assertThat(only(swept).jCv()).isZero();
    TreeModel model = (TreeModel) swept.refit(swept.results().get(0).candidate());
    assertThat(model.tree().nodes()).isEqualTo(3);
    assertThat(model.tree().threshold(0)).isEqualTo(44.5);
  }

  private static int step(int i) {
    return i / 20;
  }

  /** Rounding is judged by the spread of the targets, whatever their unit and wherever they are. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,1e-9", "1e12,1", "-1e9,1e-3", "0,1e9", "5,1e-12"})
  void splitsAreFoundAtAnyScale(double origin, double unit) {
    double[][] x = column(60, i -> step(i) * 10 + i % 2);
    Rows rows = Rows.numbers(x, answers(60, i -> origin + unit * step(i)));
    Posed posed = Posed.of(rows, Way.OWN);
    double ulp = Math.ulp(origin) + unit * 0x1p-28; // a vote has 30 bits
    for (Family family : families(grid(2, 255), Task.REGRESSION)) {
      Swept swept = sweep(family, posed);

      assertThat(only(swept).jTrain()).isLessThanOrEqualTo(ulp * ulp);
      assertThat(only(swept).jCv()).isLessThanOrEqualTo(ulp * ulp);
      double[] predicted =
          swept.refit(swept.results().get(0).candidate()).predict(posed.blocks().get(0));
      for (int i = 0; i < 60; i++) {
        assertThat(predicted[i]).isCloseTo(origin + unit * step(i), offset(ulp));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOLDS", "ONE_BY_ONE", "OUT_OF_BAG"})
  void twoRowsOfEachClassAreEnough(Way way) {
    Rows rows = Rows.numbers(column(6, i -> i / 2 * 10 + i % 2), answers(6, i -> "class" + i / 2));
    Posed posed = Posed.of(rows, way == Way.FOLDS ? Way.REPEATED : way);
    for (Family family : families(grid(9, 255), Task.CLASSIFICATION)) {
      if (way != Way.OUT_OF_BAG || family.name().equals("forest")) {
        assertThat(only(sweep(family, posed)).jCv()).isBetween(0.0, 1.0);
      }
    }
  }

  /** One tree tests the rows that it did not draw; the others are in no score. */
  @Property
  void ofOneTreeOnlyRowsOutOfItsBagAreTested(
      @ForAll @IntRange(min = 2, max = 6) int n, @ForAll long seed) {
    Random random = new Random(seed);
    Rows rows =
        Rows.numbers(column(n, i -> random.nextGaussian()), answers(n, i -> random.nextGaussian()));
    Posed posed = Posed.of(rows, Way.OUT_OF_BAG);
    double[] times = Bootstrap.times(posed.problem().seed().child("forest").child("tree", 0), n);
    long out = Arrays.stream(times).filter(t -> t == 0).count();
    ForestGrid one = new ForestGrid(List.of(1), List.of(Draw.Rule.ALL), grid(9, 255));

    Swept swept = sweep(new ForestFamily(one, Task.REGRESSION), posed);

    Result result = swept.results().get(0);
    if (out == 0) {
      assertThat(result.outcome())
          .isEqualTo(new Failed("every row was drawn by every tree; grow more trees"));
    } else {
      Scored scored = (Scored) result.outcome();
      assertThat(scored.folds().get(0).rows()).isEqualTo(out);
      assertThat(scored.jCvSe().isPresent()).isEqualTo(out > 1);
      double[] predicted = swept.outOfFold(result.candidate()).predict(posed.blocks().get(0));
      assertThat(predicted).hasSize(n);
      assertThat(Arrays.stream(predicted).filter(Double::isNaN).count()).isEqualTo(n - out);
    }
  }
}
