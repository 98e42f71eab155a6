package tenfold.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassesTest {

  @Test
  void numbersStandByValueAndTextsAsText() {
    assertThat(Classes.inOrder(Set.of("10", "9", "-1", "2.5")))
        .containsExactly("-1", "2.5", "9", "10");
    assertThat(Classes.inOrder(Set.of("10", "9", "x"))).containsExactly("10", "9", "x");
    assertThat(Classes.inOrder(Set.of("true", "false"))).containsExactly("false", "true");
    assertThat(Classes.inOrder(Set.of("NaN", "1d")))
        .as("no numbers here")
        .containsExactly("1d", "NaN");
  }

  @Test
  void rowsOfABlockAreFoundByName() {
    Schema schema =
        new Schema(List.of(new Feature("x", Kind.NUMBER)), "y", Task.CLASSIFICATION, List.of());
    BlockBuilder builder = new BlockBuilder(schema, Set.of());
    for (String label : new String[] {"b", "new", "a", "b"}) {
      builder.target(label);
      builder.endRow();
    }

    assertThat(Classes.of(builder.build(), List.of("a", "b"))).containsExactly(1, 2, 0, 1);
  }

  @Test
  void theLikeliestIsTheFirstAmongEquals() {
    double[] probabilities = {0.2, 0.4, 0.4, 0.1, 0.1, 0.8};

    assertThat(Classes.likeliest(probabilities, 0, 3)).isEqualTo(1);
    assertThat(Classes.likeliest(probabilities, 1, 3)).isEqualTo(2);
    assertThat(Classes.likeliest(new double[] {0.5, 0.5}, 0, 2)).isZero();
  }

  @Test
  void theProbabilityShownIsOfThePositiveClassOrOfThePredictedOne() {
    assertThat(Classes.shown(new double[] {0.3, 0.7, 0.8, 0.2}, 1, 2)).isEqualTo(0.2);
    assertThat(Classes.shown(new double[] {0.2, 0.5, 0.3}, 0, 3)).isEqualTo(0.5);
  }
}
