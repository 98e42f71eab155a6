package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Swept;

class ImportanceTest {

  private static final TreeGrid GRID =
      new TreeGrid(List.of(Impurity.GINI), List.of(4), List.of(0.0), List.of(10), List.of(255));

  private static final List<Feature> COLUMNS =
      List.of(
          new Feature("noise", Kind.NUMBER),
          new Feature("strong", Kind.NUMBER),
          new Feature("constant", Kind.NUMBER),
          new Feature("name", Kind.NAME));

  /** 200 rows answered by {@code strong} and {@code name}. */
  private static Posed posed(Random random, Task task, Way way) {
    List<Rows.Line> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double strong = random.nextGaussian();
      String name = random.nextBoolean() ? "yes" : "no";
      double y = strong + (name.equals("yes") ? 1.5 : 0);
      List<Object> x = Arrays.asList(random.nextGaussian(), strong, 7.0, name);
      Object answer = task == Task.REGRESSION ? y : y > 0.7 ? "high" : "low";
      lines.add(new Rows.Line(i, x, answer, 1, "g" + i / 2, i, i % 3));
    }
    return Posed.of(Rows.of(COLUMNS, lines), way, random);
  }

  private static Map<String, Importance> importance(Swept swept) {
    Candidate candidate = swept.results().get(0).candidate();
    swept.refit(candidate);
    List<Importance> all = swept.importance(candidate);
    assertThat(all)
        .extracting(Importance::share)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    return all.stream().collect(Collectors.toMap(Importance::feature, Function.identity()));
  }

  private static Swept forest(Posed posed, Task task) {
    return new ForestFamily(new ForestGrid(List.of(8), List.of(new Draw.Count(2)), GRID), task)
        .sweep(posed.engine(2), posed.problem(), Set.of());
  }

  private static Swept tree(Posed posed, Task task) {
    return new TreeFamily(GRID, task).sweep(posed.engine(2), posed.problem(), Set.of());
  }

  private static double permutation(Map<String, Importance> of, String feature) {
    return of.get(feature).permutation().orElseThrow();
  }

  @Property
  void whatAnswersIsImportantAndWhatDoesNotIsNot(@ForAll Task task, @ForAll long seed) {
    Posed posed = posed(new Random(seed), task, Way.FOLDS);
    for (Swept swept : List.of(tree(posed, task), forest(posed, task))) {
      Map<String, Importance> importance = importance(swept);

      assertThat(importance).hasSize(4);
      assertThat(importance.values().stream().mapToDouble(Importance::share).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(importance.get("noise").share())
          .isLessThan(importance.get("strong").share())
          .isLessThan(importance.get("name").share());
      assertThat(importance.get("constant").share()).isZero();
      assertThat(permutation(importance, "constant")).isZero();
      assertThat(permutation(importance, "strong"))
          .isPositive()
          .isGreaterThan(permutation(importance, "noise"));
      assertThat(permutation(importance, "name"))
          .isPositive()
          .isGreaterThan(permutation(importance, "noise"));
    }
  }

  /** One row has no other to take a value from. */
  @Test
  void leaveOneOutHasNoPermutation() {
    for (Way way : List.of(Way.ONE_BY_ONE, Way.GROUP_BY_GROUP)) {
      Posed posed = posed(new Random(1), Task.REGRESSION, way);

      Map<String, Importance> importance = importance(tree(posed, Task.REGRESSION));

      assertThat(importance.get("strong").permutation().isPresent())
          .isEqualTo(way == Way.GROUP_BY_GROUP);
      assertThat(importance.get("strong").share()).isPositive();
    }
  }

  @Test
  void outOfBagAForestTellsAsMuch() {
    Posed posed = posed(new Random(1), Task.CLASSIFICATION, Way.OUT_OF_BAG);

    assertThat(importance(forest(posed, Task.CLASSIFICATION)))
        .isEqualTo(
            importance(
                forest(posed(new Random(1), Task.CLASSIFICATION, Way.FOLDS), Task.CLASSIFICATION)));
  }

  @Test
  void whereNoColumnTellsNothingIsImportant() {
    Rows rows =
        Rows.numbers(new double[12][2], 1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
    Posed posed = Posed.of(rows, Way.OWN);
    for (Swept swept : List.of(tree(posed, Task.REGRESSION), forest(posed, Task.REGRESSION))) {
      assertThat(importance(swept).values())
          .allSatisfy(
              column -> {
                assertThat(column.share()).isZero();
                assertThat(column.permutation()).hasValue(0);
              });
    }
  }
}
