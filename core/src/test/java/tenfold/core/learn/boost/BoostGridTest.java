package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;

class BoostGridTest {

  private static BoostGrid grid(List<Integer> rounds, OptionalInt patience) {
    return new BoostGrid(
        rounds,
        List.of(3, 6),
        List.of(0.1),
        List.of(0.0, 1.0),
        List.of(1.0),
        List.of(0.5),
        patience);
  }

  @Test
  void roundsAreSharedAndAllElseIsFitted() {
    assertThat(grid(List.of(10, 20), OptionalInt.empty()).axes())
        .filteredOn(axis -> axis.sharing() == Axis.Sharing.SHARED)
        .extracting(Axis::key)
        .containsExactly("rounds");
  }

  @Test
  void candidatesListEverySetting() {
    assertThat(grid(List.of(10), OptionalInt.of(5)).candidates())
        .hasSize(4)
        .extracting(Candidate::id)
        .first()
        .isEqualTo(
            "boost(rounds=10, max-depth=3, eta=0.1, lambda=0.0, subsample=1.0, columns=0.5, early-stopping=5)");
  }

  @Test
  void settingsAreReadFromTheirParams() {
    for (OptionalInt patience : List.of(OptionalInt.empty(), OptionalInt.of(3))) {
      BoostSettings settings = new BoostSettings(7, new Growing(2, 0.3, 1, 0.5, 0.25), patience);
      assertThat(BoostSettings.of(settings.params())).isEqualTo(settings);
    }
  }

  @Test
  void simplerIsFewerRoundsThenShallowerThenMoreLambda() {
    BoostGrid grid = grid(List.of(20, 10), OptionalInt.empty());
    List<Candidate> candidates = new ArrayList<>(grid.candidates());
    Collections.reverse(candidates);

    candidates.sort(new BoostFamily(grid)::compareComplexity);

    assertThat(candidates)
        .extracting(
            c ->
                List.of(
                    c.params().get("rounds"),
                    c.params().get("max-depth"),
                    c.params().get("lambda")))
        .startsWith(List.of(10, 3, 1.0), List.of(10, 3, 0.0), List.of(10, 6, 1.0))
        .endsWith(List.of(20, 6, 0.0));
  }

  @Test
  void stoppingEarlyAndSweepingRoundsExcludeEachOther() {
    assertThatThrownBy(() -> grid(List.of(10, 20), OptionalInt.of(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 numbers of rounds");
  }
}
