package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenfold.core.data.Fitted;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** What holds for trees and for forests, whatever they are made of. */
class FamilyLawsTest {

  /** The families with small grids. */
  private enum Model {
    TREE,
    FOREST;

    Family family(TreeGrid grid, Task task) {
      return this == TREE
          ? new TreeFamily(grid, task)
          : new ForestFamily(new ForestGrid(List.of(1, 4), List.of(Draw.Rule.AUTO), grid), task);
    }

    Swept sweep(TreeGrid grid, Posed posed, int threads) {
      Task task = posed.problem().schema().task();
      return family(grid, task).sweep(posed.engine(threads), posed.problem(), Set.of());
    }
  }

  private static TreeGrid grid(List<Integer> depths, List<Integer> rows, Integer... bins) {
    return new TreeGrid(List.of(Impurity.ENTROPY), depths, List.of(0.0), rows, List.of(bins));
  }

  /** Everything that a sweep tells. */
  private record Told(
      List<Result> results,
      Map<String, List<Double>> outOfFold,
      Map<String, List<Double>> refitted,
      List<Importance> importance) {

    static Told of(Swept swept, Posed posed) {
      Candidate candidate = swept.results().get(swept.results().size() - 1).candidate();
      Fitted model = swept.refit(candidate);
      return new Told(
          swept.results(),
          posed.byId(swept.outOfFold(candidate)::predict),
          posed.byId(model::predict),
          swept.importance(candidate));
    }
  }

  @Property
  void neitherThreadsNorTheOrderOfRowsNorPartitionsLeaveATrace(
      @ForAll Model model, @ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Way any = way == Way.COPIES_OUT_OF_BAG ? Way.OUT_OF_BAG : way; // which copy is which is chance
    Way its = model == Model.TREE && any.outOfBag() ? Way.FOLDS : any;
    Rows rows = Rows.random(random, task, 20 + random.nextInt(20)).repeated(random);
    // Whole numbers often have means and deviations that are round, where rounding decides.
    rows = random.nextBoolean() ? rows.map(FamilyLawsTest::whole) : rows;
    rows = random.nextBoolean() ? rows.weighted(random) : rows;
    TreeGrid grid = grid(List.of(2, 20), List.of(2), 4, 255);
    Posed posed = Posed.learnable(rows, its, random);
    Told told = Told.of(model.sweep(grid, posed, 1), posed);

    for (int threads : new int[] {2, 8}) {
      Posed other = Posed.of(rows.shuffled(random), its, random);
      assertThat(Told.of(model.sweep(grid, other, threads), other)).isEqualTo(told);
    }
  }

  /** Sixteenths of whole numbers are halves of an eighth, the grain of the shift. */
  @Property
  void theOrderInWhichWholeNumbersAreAddedLeavesNoTrace(
      @ForAll @IntRange(min = 1, max = 6) int sixteens, @ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = Rows.random(random, Task.REGRESSION, 16 * sixteens).map(FamilyLawsTest::whole);
    double shift = Posed.of(rows, Way.OUT_OF_BAG).problem().shift();

    for (int order = 0; order < 5; order++) {
      Posed other = Posed.of(rows.shuffled(random), Way.OUT_OF_BAG, random);
      assertThat(other.problem().shift()).isEqualTo(shift);
    }
  }

  private static Rows.Line whole(Rows.Line line) {
    return line.y() instanceof Double y ? line.withY(Math.rint(y)) : line;
  }

  /** Rows whose splits do not tie: weighed by any numbers, and nodes have many of them. */
  private static Rows withoutTies(Random random, Task task) {
    return Rows.random(random, task, 100)
        .map(line -> line.withWeight(0.5 + random.nextDouble()))
        .weighted();
  }

  /** The same rows each time: of many, some have a node that two columns part alike, a true tie. */
  @Property(seed = "10")
  void theOrderOfColumnsLeavesNoTrace(@ForAll Model model, @ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = withoutTies(random, task);
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, rows.schema().features().size()).boxed().toList());
    Collections.shuffle(order, random);
    TreeGrid grid = grid(List.of(1, 3), List.of(30), 255);
    Posed one = Posed.learnable(rows, Way.FOLDS, random);
    Posed other = Posed.of(rows.columns(order), Way.FOLDS);

    Swept swept = model.sweep(grid, one, 2);
    Swept reordered = model.sweep(grid, other, 2);

    assertThat(reordered.results()).isEqualTo(swept.results());
    for (Result result : swept.results()) {
      assertThat(other.byId(reordered.refit(result.candidate())::predict))
          .isEqualTo(one.byId(swept.refit(result.candidate())::predict));
    }
  }

  /** By folds of their own: a class has its part in dealing rows, and in drawing them. */
  @Property
  void theNamesOfClassesLeaveNoTrace(@ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = withoutTies(random, Task.CLASSIFICATION);
    Map<String, String> names = Map.of("c0", "the last", "c1", "in between", "c2", "first");
    TreeGrid grid = grid(List.of(1, 3), List.of(30), 255);
    Posed one = Posed.learnable(rows, Way.OWN, random);
    Posed other = Posed.of(rows.map(line -> line.withY(names.get((String) line.y()))), Way.OWN);

    Swept swept = Model.TREE.sweep(grid, one, 1);
    Swept renamed = Model.TREE.sweep(grid, other, 1);

    checkScores(renamed, swept);
    List<String> classes = one.problem().classes();
    List<Integer> place =
        classes.stream().map(c -> other.problem().classes().indexOf(names.get(c))).toList();
    Map<String, List<Double>> expected = predicted(swept, one);
    predicted(renamed, other)
        .forEach(
            (id, shares) -> {
              for (int c = 0; c < classes.size(); c++) {
                assertThat(shares.get(place.get(c)))
                    .isCloseTo(expected.get(id).get(c), within(1e-12));
              }
            });
  }

  private static Map<String, List<Double>> predicted(Swept swept, Posed posed) {
    Candidate last = swept.results().get(swept.results().size() - 1).candidate();
    return posed.byId(swept.refit(last)::predict);
  }

  private static void checkScores(Swept actual, Swept expected) {
    for (int i = 0; i < expected.results().size(); i++) {
      Scored scored = (Scored) actual.results().get(i).outcome();
      Scored its = (Scored) expected.results().get(i).outcome();
      assertThat(scored.jTrain()).isCloseTo(its.jTrain(), within(1e-12));
      assertThat(scored.jCv()).isCloseTo(its.jCv(), within(1e-12));
      assertThat(scored.jCvSe().orElseThrow()).isCloseTo(its.jCvSe().orElseThrow(), within(1e-12));
    }
  }

  @Property
  void aWeightOfTwoIsTheRowTwice(@ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Rows rows =
        Rows.random(random, task, 30 + random.nextInt(30))
            .map(line -> whole(line).withWeight(1 + random.nextInt(2)));
    List<Rows.Line> twice = new ArrayList<>(rows.lines());
    rows.lines().stream().filter(line -> line.weight() == 2).forEach(twice::add);
    TreeGrid grid = grid(List.of(1, 3, 20), List.of(2, 5), 255);
    Posed weighted = Posed.learnable(rows.weighted(), Way.OWN, random);
    Posed copied = Posed.of(new Rows(rows.schema(), rows.extras(), twice), Way.OWN);

    Swept swept = Model.TREE.sweep(grid, weighted, 1);
    Swept other = Model.TREE.sweep(grid, copied, 1);

    checkScores(other, swept);
    Map<String, List<Double>> expected = predicted(swept, weighted);
    predicted(other, copied)
        .forEach(
            (id, its) -> {
              for (int c = 0; c < its.size(); c++) {
                assertThat(its.get(c)).isCloseTo(expected.get(id).get(c), within(1e-12));
              }
            });
  }
}
