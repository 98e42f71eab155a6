package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

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
    Map<String, Double> metrics = score.metrics();
    assertThat(metrics)
        .hasSize(7)
        .containsEntry("accuracy", 0.5)
        .containsEntry("precision", 4 / 6.0)
        .containsEntry("recall", 1.0)
        .containsEntry("f1", 0.8)
        .containsEntry("pr_auc", 4 / 6.0)
        .containsEntry("roc_auc", (4 * 4 + 4 * 2 / 2) / (4.0 * 6)); // two of "a" tie with "b"
    assertThat(metrics.get("log_loss"))
        .as("sure and wrong of 2 + 3 of 10")
        .isCloseTo(-0.5 * Math.log(1e-15), offset(1e-12));
  }

  @Property
  void relabellingClassesChangesNoScore(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 8) Integer> rows) {
    List<String> names = List.of("a", "b", "c");
    List<String> renamed = List.of("z", "x", "y"); // in order: x y z

    Map<String, Double> plain = metrics(rows, names, names);
    Map<String, Double> other = metrics(rows, renamed, List.of("x", "y", "z"));

    assertThat(other.keySet()).isEqualTo(plain.keySet());
    plain.forEach((m, v) -> assertThat(other.get(m)).as(m).isCloseTo(v, offset(1e-12)));
  }

  private static Map<String, Double> metrics(
      List<Integer> rows, List<String> names, List<String> order) {
    List<Line> lines = new ArrayList<>();
    for (int row : rows) {
      lines.add(new Line(row % 3, names.get(row / 3), 1, Folds.TEST));
    }
    // The number says the same class by whatever name.
    Fitted model = new ByNumber(order, names);
    return TestPass.open(ClassRows.engine(lines), new ClassRows.Written(2), model).metrics();
  }
}
