package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutlookTest {

  @Test
  void nothingIsSaidBeforeATaskHasEnded() {
    Outlook outlook = new Outlook(new double[] {2, 1});
    outlook.begins(10, 0, 0);

    assertThat(outlook.left(5)).isEmpty();
  }

  /** By count, one of five in 8 seconds, it would be 32 seconds, or 16 on two slots. */
  @Test
  void whatIsLeftIsWeighedByItsCost() {
    Outlook outlook = new Outlook(new double[] {8, 8, 1, 1, 2});
    outlook.begins(10, 0, 0);
    outlook.begins(11, 1, 0);
    outlook.ends(10, 8);
    outlook.ends(11, 8);
    outlook.begins(12, 2, 8);
    outlook.begins(13, 3, 8);

    assertThat(outlook.ended()).isEqualTo(2);
    assertThat(outlook.left(8)).hasValue(2); // 1 + 1 + 2 on two slots
    assertThat(outlook.left(8.5)).hasValue(2); // the one of 2 s has yet to begin
  }

  @Test
  void itTakesAtLeastAsLongAsTheLongestThatIsLeft() {
    Outlook outlook = new Outlook(new double[] {1, 1, 6});
    outlook.begins(10, 0, 0);
    outlook.begins(11, 1, 0);
    outlook.ends(10, 3);
    outlook.begins(12, 2, 3);
    outlook.ends(11, 3);

    assertThat(outlook.left(4)).hasValue(17);
  }

  @Test
  void aTaskThatIsOverdueIsNineTenthsDone() {
    Outlook outlook = new Outlook(new double[] {1, 1});
    outlook.begins(10, 0, 0);
    outlook.ends(10, 2);
    outlook.begins(11, 1, 2);

    assertThat(outlook.left(32).orElseThrow()).isCloseTo(3, offset(1e-12));
  }

  @Test
  void anAttemptThatFailsIsNoProgress() {
    Outlook outlook = new Outlook(new double[] {1, 1});
    outlook.begins(10, 0, 0);
    outlook.fails(10);
    outlook.begins(11, 0, 4);
    outlook.ends(11, 6);

    assertThat(outlook.ended()).isEqualTo(1);
    assertThat(outlook.left(6)).hasValue(2);
  }

  /** Tasks one after another that take just what they cost: the estimate is right all the way. */
  @Property
  void whereCostsAreRightSoIsTheEstimate(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0.1, max = 100) Double> costs,
      @ForAll @IntRange(min = 1, max = 9) int perCost) {
    double[] drawn = costs.stream().mapToDouble(Double::doubleValue).toArray();
    Outlook outlook = new Outlook(drawn);
    double now = 0;
    double all = 0;
    for (double cost : drawn) {
      all += cost * perCost;
    }
    for (int task = 0; task < drawn.length; task++) {
      outlook.begins(task, task, now);
      now += drawn[task] * perCost;
      outlook.ends(task, now);
      assertThat(outlook.left(now).orElseThrow()).isCloseTo(all - now, offset(1e-6 * all));
    }
  }
}
