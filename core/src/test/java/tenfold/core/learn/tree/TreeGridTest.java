package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;

class TreeGridTest {

  private static final TreeGrid GRID =
      new TreeGrid(
          List.of(Impurity.ENTROPY, Impurity.GINI),
          List.of(1, 20),
          List.of(0.0, 0.001),
          List.of(2, 20),
          List.of(32, 255));

  @Test
  void candidatesRunThroughTheLastKeyFirst() {
    List<Candidate> candidates = GRID.candidates(Task.CLASSIFICATION);

    assertThat(candidates).hasSize(32).doesNotHaveDuplicates();
    assertThat(candidates.stream().map(Candidate::id))
        .startsWith(
            "tree(impurity=entropy, max-depth=1, min-gain=0.0, min-rows=2, bins=32)",
            "tree(impurity=entropy, max-depth=1, min-gain=0.0, min-rows=2, bins=255)",
            "tree(impurity=entropy, max-depth=1, min-gain=0.0, min-rows=20, bins=32)")
        .endsWith("tree(impurity=gini, max-depth=20, min-gain=0.001, min-rows=20, bins=255)");
  }

  @Test
  void aRegressionHasOneImpurity() {
    assertThat(GRID.candidates(Task.REGRESSION)).hasSize(16).doesNotHaveDuplicates();
    assertThat(GRID.axes(Task.REGRESSION).get(0).values()).containsExactly("variance");
  }

  @Test
  void axesStandInTheOrderOfTheKeysAndLimitsAreShared() {
    Map<Axis.Sharing, List<String>> keys =
        GRID.axes(Task.CLASSIFICATION).stream()
            .collect(
                Collectors.groupingBy(
                    Axis::sharing, Collectors.mapping(Axis::key, Collectors.toList())));

    assertThat(keys)
        .isEqualTo(
            Map.of(
                Axis.Sharing.SHARED, List.of("max-depth", "min-gain", "min-rows"),
                Axis.Sharing.FITTED, List.of("impurity", "bins")));
    assertThat(GRID.axes(Task.CLASSIFICATION).stream().map(Axis::key))
        .containsExactlyElementsOf(GRID.candidates(Task.REGRESSION).get(0).params().keySet());
  }

  @Test
  void settingsComeBackFromACandidate() {
    assertThat(GRID.candidates(Task.CLASSIFICATION).stream().map(c -> TreeSettings.of(c.params())))
        .isEqualTo(GRID.settings(Task.CLASSIFICATION));
  }

  @Test
  void simpleIsShallowThenOfLargeLimitsThenOfFewBins() {
    List<String> ordered =
        GRID.candidates(Task.REGRESSION).stream()
            .sorted(TreeGrid::compareComplexity)
            .map(c -> List.copyOf(c.params().values()).subList(1, 5).toString())
            .toList();

    assertThat(ordered)
        .startsWith(
            "[1, 0.001, 20, 32]",
            "[1, 0.001, 20, 255]",
            "[1, 0.001, 2, 32]",
            "[1, 0.001, 2, 255]",
            "[1, 0.0, 20, 32]")
        .endsWith("[20, 0.0, 2, 255]");
  }

  @Test
  void loosestLimitsAllowWhatAnySweptOnesAllow() {
    assertThat(GRID.loosest()).isEqualTo(new Limits(20, 0, 2));
  }
}
