package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.LabelRows.Line;

/** What several labels must be for anything to be learned of them. */
class LabelProblemTest {

  /** All rows are of one fold. */
  private record One() implements Folds {
    @Override
    public int folds() {
      return 1;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return new int[block.rows()];
    }
  }

  private static Engine engine(List<Line> lines) {
    return new ThreadEngine(LabelRows.blocks(lines, 2), 1);
  }

  private static Problem problem(List<Line> lines) {
    Split split =
        new Split(
            new Split.Test.Share(0),
            new Split.Scheme.KFold(2),
            new Seed(1),
            1,
            Optional.empty(),
            List.of(),
            Split.Duplicates.TOGETHER,
            Optional.empty(),
            Optional.empty());
    return LabelRows.problem(engine(lines), split);
  }

  private static List<Line> with(Line... more) {
    List<Line> lines = new ArrayList<>(LabelRows.random(new Random(3), 40));
    lines.addAll(List.of(more));
    return lines;
  }

  @Test
  void bothClassesOfEachLabelStandInTheirOrder() {
    Problem problem = problem(with());

    assertThat(problem.classes()).containsExactly("no", "yes", "0", "1");
    assertThat(problem.labels()).isEqualTo(2);
    assertThat(problem.shape().classes()).isEqualTo(4);
    assertThat(problem.shape().labels()).isEqualTo(2);
  }

  @Test
  void classesOfEachLabelAreWeighed() {
    List<Line> lines =
        List.of(
            new Line(1, 0, "no", "1", 2),
            new Line(2, 0, "yes", "1", 1),
            new Line(3, 0, "no", "0", 4));
    Survey survey = engine(lines).aggregate(new SurveyPass(LabelRows.SCHEMA, new One()));

    assertThat(survey.classWeights())
        .containsExactly(Map.of("no", 6.0, "yes", 1.0), Map.of("0", 4.0, "1", 3.0));
  }

  @Test
  void aLabelOfThreeClassesIsRefused() {
    assertThatThrownBy(() -> problem(with(new Line(0, 9, "maybe", "1", 1))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the label 'ripe' has 3 classes in the training part ('maybe', 'no', 'yes'), but each of several labels needs exactly two; predict it alone, or make two of them");
  }

  @Test
  void aLabelOfOneClassIsRefused() {
    List<Line> lines = with().stream().map(l -> new Line(l.a(), l.b(), l.ripe(), "0", 1)).toList();

    assertThatThrownBy(() -> problem(lines))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "all rows of the training part are of one class, '0', so there is nothing to tell apart; 'large' needs rows of two classes or more");
  }

  /** The one row of its kind is held out of one of the two folds. */
  @Test
  void aFoldThatTrainsOnOneClassOfALabelIsRefused() {
    List<Line> lines =
        new ArrayList<>(
            with().stream().map(l -> new Line(l.a(), l.b(), "no", l.large(), 1)).toList());
    lines.add(new Line(7, 7, "yes", "1", 1));

    assertThatThrownBy(() -> problem(lines))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "fold \\d would train on rows of one class only of the label 'ripe', 'no'; use fewer folds, .*");
  }
}
