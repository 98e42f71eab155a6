package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Choice.Rule;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Selection;

/** Trees and forests as they are chosen among. */
class ChoosingTest {

  private static final TreeGrid GRID =
      new TreeGrid(
          List.of(Impurity.GINI),
          List.of(6, 1),
          List.of(0.0, 0.05),
          List.of(2, 9),
          List.of(255, 7));

  private static List<Family> families(Task task) {
    return List.of(
        new TreeFamily(GRID, task),
        new ForestFamily(
            new ForestGrid(List.of(3, 1), List.of(Draw.Rule.ALL, new Draw.Count(1)), GRID), task));
  }

  private static List<Result> results(Family family, Posed posed) {
    return family.sweep(posed.engine(2), posed.problem(), Set.of()).results();
  }

  private static Result winner(Family family, List<Result> results, String by) {
    return new Selection(new Choice(by, Rule.BEST), family::compareComplexity).winner(results);
  }

  /** Columns of one value leave nothing to choose by but simplicity. */
  @Test
  void ofEqualsTheSimplestWins() {
    Object[] answers = Stream.iterate(0, i -> i + 1).limit(24).map(i -> "c" + i % 2).toArray();
    Posed posed = Posed.of(Rows.numbers(new double[24][2], answers), Way.OWN);
    Map<String, Object> simplest =
        Map.of("max-depth", 1, "min-gain", 0.05, "min-rows", 9, "bins", 7);
    for (Family family : families(Task.CLASSIFICATION)) {
      Map<String, Object> params = winner(family, results(family, posed), "j").candidate().params();

      assertThat(params).containsAllEntriesOf(simplest);
      assertThat(params.getOrDefault("trees", 1)).isEqualTo(1);
    }
  }

  @Property
  void theBestByAMetricWins(@ForAll Task task, @ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), task, Way.FOLDS);
    List<String> metrics =
        task == Task.REGRESSION ? List.of("rmse", "mae", "r2") : List.of("accuracy", "f1");
    for (Family family : families(task)) {
      List<Result> results = results(family, posed);
      for (String metric : metrics) {
        boolean larger = !metric.equals("rmse") && !metric.equals("mae");
        Comparator<Double> better =
            larger ? Comparator.<Double>naturalOrder().reversed() : Comparator.naturalOrder();
        double best =
            results.stream()
                .map(result -> ((Scored) result.outcome()).metrics().get(metric))
                .filter(value -> value != null)
                .min(better)
                .orElseThrow();

        Scored winner = (Scored) winner(family, results, metric).outcome();

        assertThat(winner.metrics().get(metric)).isCloseTo(best, offset(1e-8 * Math.abs(best)));
      }
    }
  }

  @Test
  void complexityIsOrderedBySizeFirst() {
    for (Family family : families(Task.REGRESSION)) {
      List<Map<String, Object>> ordered =
          family.candidates().stream()
              .sorted(family::compareComplexity)
              .map(candidate -> candidate.params())
              .toList();

      Comparator<Map<String, Object>> expected =
          Comparator.<Map<String, Object>>comparingInt(p -> (int) p.get("max-depth"))
              .thenComparingInt(p -> (int) p.getOrDefault("trees", 1))
              .thenComparingDouble(p -> -(double) p.get("min-gain"))
              .thenComparingInt(p -> -(int) p.get("min-rows"))
              .thenComparingInt(p -> (int) p.get("bins"));
      assertThat(ordered).isSortedAccordingTo(expected);
    }
  }
}
