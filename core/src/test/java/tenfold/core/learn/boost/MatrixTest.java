package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;

class MatrixTest {

  private static final Inputs INPUTS =
      new Inputs(
          List.of(
              new Inputs.Input("kind", Kind.NAME, List.of("a", "b"), true),
              new Inputs.Input("size", Kind.NUMBER, List.of(), false),
              new Inputs.Input("state", Kind.NAME, List.of("KS"), false)));

  @Test
  void namesAreOneAtTheirLevelAndNumbersStand() {
    float[][] columns = {{0, 2, -1}, {5, Float.NaN, -0.5f}, {0, -1, 0}};

    float[] matrix = Matrix.of(INPUTS, new int[] {2, 0, 1}, (input, row) -> columns[input][row]);

    assertThat(Matrix.features(INPUTS)).isEqualTo(5);
    assertThat(matrix).containsExactly(0, 0, 0, -0.5f, 1, 1, 0, 0, 5, 1, 0, 0, 1, Float.NaN, 0);
  }

  @Test
  void noFiniteNumberTurnsInfinite() {
    assertThat(RawTable.singles(new double[] {1e300, -1e300, 0.1, Double.NaN}))
        .containsExactly(Float.MAX_VALUE, -Float.MAX_VALUE, 0.1f, Float.NaN);
  }
}
