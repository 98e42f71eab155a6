package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;

class ForestGridTest {

  private static final ForestGrid GRID =
      new ForestGrid(
          List.of(16, 128),
          List.of(Draw.Rule.AUTO, new Draw.Count(5)),
          new TreeGrid(
              List.of(Impurity.GINI), List.of(8, 4), List.of(0.0), List.of(2, 10), List.of(255)));

  @Test
  void candidatesHaveTheKeysOfTheConfigurationInItsOrder() {
    List<Candidate> candidates = GRID.candidates(Task.CLASSIFICATION);

    assertThat(candidates).hasSize(16).doesNotHaveDuplicates();
    assertThat(candidates.get(2).id())
        .isEqualTo(
            "forest(trees=16, max-depth=8, features=5, impurity=gini, min-gain=0.0, min-rows=2,"
                + " bins=255)");
    assertThat(candidates.get(2).params().get("features")).isEqualTo(5);
    assertThat(candidates.get(0).params().get("features")).isEqualTo("auto");
    assertThat(GRID.axes(Task.CLASSIFICATION).stream().map(Axis::key))
        .containsExactlyElementsOf(candidates.get(0).params().keySet());
  }

  @Test
  void theNumberOfTreesIsSharedAndTheirDrawsAreNot() {
    assertThat(GRID.axes(Task.REGRESSION).stream().map(a -> a.key() + " " + a.sharing()))
        .startsWith("trees SHARED", "max-depth SHARED", "features FITTED", "impurity FITTED");
  }

  @Test
  void settingsComeBackFromACandidate() {
    assertThat(GRID.candidates(Task.REGRESSION).stream().map(c -> ForestSettings.of(c.params())))
        .isEqualTo(GRID.settings(Task.REGRESSION));
  }

  @Test
  void simpleIsShallowThenOfFewTrees() {
    List<Candidate> ordered =
        GRID.candidates(Task.REGRESSION).stream().sorted(ForestGrid::compareComplexity).toList();

    assertThat(
            ordered.stream()
                .map(c -> c.params().get("trees") + " " + c.params().get("max-depth"))
                .distinct())
        .containsExactly("16 4", "128 4", "16 8", "128 8");
    assertThat(ordered.get(0).params().get("min-rows")).isEqualTo(10);
  }
}
