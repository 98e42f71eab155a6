package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.Score;
import tenfold.core.sweep.ClassRows.Line;

class TestPassTest {

  /** Sure of the class whose place in {@code order} the row's number says. */
  private record ByNumber(List<String> classes, List<String> order) implements Fitted {
    @Override
    public double[] predict(Block block) {
      double[] out = new double[block.rows() * classes.size()];
      for (int i = 0; i < block.rows(); i++) {
        String sure = order.get((int) block.numbers(0)[i]);
        out[i * classes.size() + classes.indexOf(sure)] = 1;
      }
      return out;
    }
  }

  @Test
  void rowsOfTheTestPartCountByTheirWeights() {
    List<Line> lines =
        List.of(
            new Line(0, "a", 1, Folds.TEST),
            new Line(1, "a", 2, Folds.TEST),
            new Line(1, "b", 4, Folds.TEST),
            new Line(0, "new", 3, Folds.TEST),
            new Line(1, "a", 1000, 0));
    Fitted model = new ByNumber(List.of("a", "b"), List.of("a", "b"));

    Score score = TestPass.open(ClassRows.engine(lines), new ClassRows.Written(2), model);

    assertThat(score.rows()).isEqualTo(4);
    assertThat(score.j()).isEqualTo(0.5);
    assertThat(score.metrics())
        .isEqualTo(Map.of("accuracy", 0.5, "precision", 4 / 6.0, "recall", 1.0, "f1", 0.8));
  }

  @Property
  void relabellingClassesPermutesTheConfusionMatrix(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 8) Integer> rows) {
    List<String> names = List.of("a", "b", "c");
    List<String> renamed = List.of("z", "x", "y"); // in order: x y z

    Confusion plain = confusion(rows, names, names);
    Confusion other = confusion(rows, renamed, List.of("x", "y", "z"));

    int[] place = {2, 0, 1};
    for (int t = 0; t < 3; t++) {
      for (int p = 0; p < 3; p++) {
        assertThat(other.weight(place[t], place[p])).isEqualTo(plain.weight(t, p));
      }
    }
  }

  private static Confusion confusion(List<Integer> rows, List<String> names, List<String> order) {
    List<Line> lines = new ArrayList<>();
    for (int row : rows) {
      lines.add(new Line(row % 3, names.get(row / 3), 1, Folds.TEST));
    }
    return (Confusion)
        TestPass.open(
            ClassRows.engine(lines), new ClassRows.Written(2), new ByNumber(order, names));
  }
}
