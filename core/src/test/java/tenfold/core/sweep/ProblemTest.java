package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.ClassRows.Line;

class ProblemTest {

  private static final String WAY_OUT =
      "; use fewer folds, or cut the rows another way (split.group, split.order-by,"
          + " split.fold-column and split.stratify decide)";

  /** Lines of weight 1, written as class and part. */
  private static List<Line> lines(Object... labelsAndParts) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < labelsAndParts.length; i += 2) {
      lines.add(new Line(i, (String) labelsAndParts[i], 1, (Integer) labelsAndParts[i + 1]));
    }
    return lines;
  }

  private static final List<Line> YES_NO =
      lines("yes", 0, "no", 0, "no", 1, "yes", 1, "yes", 1, "maybe", Folds.TEST);

  @Test
  void classesAreThoseOfTheTrainingPartInOrder() {
    Problem problem = ClassRows.problem(YES_NO, new ClassRows.Written(2));

    assertThat(problem.classes()).containsExactly("no", "yes");
    assertThat(problem.shift()).isZero();
    List<Line> numbers = lines("10", 0, "9", 0, "2", 1, "9", 1);
    assertThat(ClassRows.problem(numbers, new ClassRows.Written(2)).classes())
        .containsExactly("2", "9", "10");
  }

  @Test
  void thePositiveOneOfTwoIsTheLast() {
    Problem problem = ClassRows.problem(YES_NO, new ClassRows.Written(2));

    assertThat(problem.positive("no").classes()).containsExactly("yes", "no");
    assertThat(problem.positive("yes")).isEqualTo(problem);
  }

  @Test
  void aPositiveClassThatIsNotThereIsRefused() {
    Problem problem = ClassRows.problem(YES_NO, new ClassRows.Written(2));

    assertThatThrownBy(() -> problem.positive("maybe"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.positive is 'maybe', which is no class of the training part; 'y' has 'no', 'yes'");
  }

  @Test
  void ofThreeClassesNoneIsThePositiveOne() {
    Problem problem =
        ClassRows.problem(lines("a", 0, "b", 0, "a", 1, "c", 1), new ClassRows.Written(2));

    assertThatThrownBy(() -> problem.positive("b"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.positive is 'b', but 'y' has 3 classes ('a', 'b', 'c') and only one of two can be"
                + " the positive one; leave it out");
  }

  @Test
  void oneClassInTheTrainingPartIsRefused() {
    refused(lines("a", 0, "a", 1, "b", Folds.TEST), new ClassRows.Written(2))
        .hasMessage(
            "all rows of the training part are of one class, 'a', so there is nothing to tell apart;"
                + " 'y' needs rows of two classes or more");
  }

  @Test
  void oneClassInWhatAFoldTrainsOnIsRefused() {
    refused(lines("a", 0, "a", 0, "a", 1, "b", 1), new ClassRows.Written(2))
        .hasMessage("fold 1 would train on rows of one class only, 'a'" + WAY_OUT);
    refused(lines("a", Folds.NEVER, "b", 0, "a", 0, "b", 1), new ClassRows.Ordered(2))
        .hasMessage("fold 0 would train on rows of one class only, 'a'" + WAY_OUT);
    // The same parts train fold 0 when later rows may, too.
    assertThat(
            ClassRows.problem(
                lines("a", Folds.NEVER, "b", 0, "a", 0, "b", 1), new ClassRows.Written(2)))
        .isNotNull();
  }

  @Test
  void aClassOfOneRowThatLeavesAloneIsRefused() {
    refused(lines("a", 0, "a", 0, "b", 0), new ClassRows.One())
        .hasMessage(
            "class 'b' has one row in the training part, and the fold that leaves it out would train"
                + " on rows of one class only; use a number of folds, or more rows of 'b'");
    assertThat(ClassRows.problem(lines("a", 0, "b", 0, "c", 0), new ClassRows.One())).isNotNull();
  }

  @Test
  void aFoldWithoutRowsIsRefused() {
    refused(lines("a", 0, "b", 0, "a", 2, "b", 2), new ClassRows.Written(3))
        .hasMessage("fold 1 has no rows to test" + WAY_OUT);
    refused(lines("a", 0, "b", 0, "a", 1, "b", 1), new ClassRows.Ordered(2))
        .hasMessage("fold 0 has no rows to train on" + WAY_OUT);
  }

  @Test
  void classesAreWeighedByTheWeightsOfTheTrainingRows() {
    List<Line> lines =
        List.of(
            new Line(1, "a", 1, 0),
            new Line(2, "b", 2.5, 0),
            new Line(3, "a", 1, 1),
            new Line(4, "b", 4, 1),
            new Line(5, "a", 100, Folds.TEST));
    Survey survey =
        ClassRows.engine(lines)
            .aggregate(new SurveyPass(ClassRows.SCHEMA, new ClassRows.Written(2)));

    assertThat(survey.classWeights()).containsExactly(Map.of("a", 2.0, "b", 6.5));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      List<Line> lines, Folds folds) {
    return assertThatThrownBy(() -> ClassRows.problem(lines, folds))
        .isInstanceOf(DataException.class);
  }
}
