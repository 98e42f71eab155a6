package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Block;

/** Columns that are no features: ids, weights, groups, times, folds. */
class RolesTest {

  @TempDir Path dir;

  @Test
  void idsAndIgnoredColumnsAreNoFeatures() {
    Ask ask = Ask.lines(dir, "a.csv", "k,note,a,y", "007,x,1,2", ",x,1,2").id("k").ignore("note");
    try (Reading reading = ask.read()) {
      assertThat(reading.schema().numbers()).containsExactly("a");
      assertThat(reading.schema().names()).isEmpty();
      assertThat(only(reading).ids(0)).containsExactly("007", null);
    }
  }

  @Test
  void weightsAreRead() {
    try (Reading reading = Ask.lines(dir, "a.csv", "w,a,y", "2,1,2", ".5,1,2").weight("w").read()) {
      assertThat(only(reading).weight(0)).isEqualTo(2);
      assertThat(only(reading).weight(1)).isEqualTo(0.5);
      assertThat(reading.schema().numbers()).containsExactly("a");
    }
  }

  @Test
  void weightsMustBePositiveAndFinite() {
    for (String weight : new String[] {"0", "-1", "1e999", "heavy"}) {
      assertThat(Ask.lines(dir, "a.csv", "w,a,y", "1,1,2", weight + ",1,2").weight("w").refusal())
          .contains("data row 2", "weight is '" + weight + "'", "above 0");
    }
    assertThat(Ask.lines(dir, "a.csv", "w,a,y", ",1,2").weight("w").refusal())
        .contains("weight is a missing value");
  }

  @Test
  void rowsAgreeInTheirGroupWhereTheyAgreeInAllItsColumns() {
    Ask ask =
        Ask.lines(dir, "a.csv", "g,h,a,y", "1,x,1,1", "1,x,2,2", "1,z,3,3", ",x,4,4", ",x,5,5")
            .group("g", "h");
    try (Reading reading = ask.read()) {
      long[] group = only(reading).group();
      assertThat(group[0]).isEqualTo(group[1]).isNotEqualTo(group[2]).isNotEqualTo(group[3]);
      assertThat(group[3]).isEqualTo(group[4]);
    }
  }

  @Test
  void timesAreOrderedHoweverTheyAreWritten() {
    assertOrdered("-1e3", "-2", "0", "0.5", "3", "1e9");
    assertOrdered("1969-12-31", "2024-01-31", "2024-02-01");
    assertOrdered("2024-01-31", "2024-01-31 00:00:01", "2024-01-31T00:00:01.5", "2024-02-01");
    assertOrdered("2024-01-31T01:00:00+02:00", "2024-01-31T00:00:00Z", "2024-01-30T23:30:00-01:00");
  }

  @Test
  void aDayAndItsMidnightAreOneTime() {
    Ask ask = Ask.lines(dir, "a.csv", "t,a,y", "2024-01-31,1,1", "2024-01-31 00:00:00,2,2");
    try (Reading reading = ask.orderBy("t").read()) {
      long[] order = only(reading).order();
      assertThat(order[0]).isEqualTo(order[1]).isEqualTo(1_706_659_200_000_000L);
    }
  }

  @Test
  void timesMustBeNumbersOrDates() {
    Path file = Ask.write(dir.resolve("a.csv"), "t,a,y\n2024-01-31,1,2\n31.1.2024,1,2\n");
    assertThat(Ask.of(file).orderBy("t").refusal())
        .contains("data row 2", "split.order-by meets '31.1.2024'", "2024-01-31");
    assertThat(Ask.lines(dir, "b.csv", "t,a,y", ",1,2").orderBy("t").refusal())
        .contains("split.order-by meets a missing value");
    assertThat(Ask.lines(dir, "c.csv", "t,a,y", "2024-01-31,1,2", "7,1,2").orderBy("t").refusal())
        .contains("mixes numbers with dates");
  }

  @Test
  void foldsAreRead() {
    Ask ask = Ask.lines(dir, "a.csv", "f,a,y", "0,1,2", "-1,1,2", "1,1,2").foldColumn("f");
    try (Reading reading = ask.read()) {
      assertThat(only(reading).fold()).containsExactly(0, -1, 1);
    }
  }

  @Test
  void foldsAreWholeNumbersWithoutGaps() {
    assertThat(Ask.lines(dir, "a.csv", "f,a,y", "0,1,2", "2,1,2").foldColumn("f").refusal())
        .contains("go up to 2 but no row has fold 1");
    for (String fold : new String[] {"0.5", "-2", "first"}) {
      assertThat(Ask.lines(dir, "a.csv", "f,a,y", fold + ",1,2").foldColumn("f").refusal())
          .contains("data row 1", "split.fold-column meets '" + fold + "'", "whole numbers");
    }
    assertThat(Ask.lines(dir, "a.csv", "f,a,y", ",1,2").foldColumn("f").refusal())
        .contains("split.fold-column meets a missing value");
  }

  @Test
  void aFoldColumnOfTestRowsOnlyIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "f,a,y", "-1,1,2").foldColumn("f").refusal())
        .contains("no row has fold 0");
  }

  private void assertOrdered(String... times) {
    StringBuilder lines = new StringBuilder("t,a,y\n");
    for (String time : times) {
      lines.append(time).append(",1,2\n");
    }
    Path file = Ask.write(dir.resolve("t.csv"), lines.toString());
    try (Reading reading = Ask.of(file).orderBy("t").read()) {
      assertThat(only(reading).order()).doesNotHaveDuplicates().isSorted();
    }
  }

  private static Block only(Reading reading) {
    return reading.blocks().collect().get(0);
  }
}
