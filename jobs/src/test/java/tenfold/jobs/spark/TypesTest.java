package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Task;

/** What columns of text are taken for, and what the target makes of the task. */
class TypesTest {

  @TempDir Path dir;

  @Test
  void decimalsAndExponentsAreNumbers() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,y", "1e3,1", " 12 ,2", "+.5,3").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1000.0, 12.0, 0.5);
    }
  }

  @Test
  void whatOnlyAProgrammingLanguageCallsANumberIsAName() {
    try (Reading reading =
        Ask.lines(dir, "a.csv", "a,b,c,d,y", "1d,0x10,NaN,Infinity,1", "2f,0x1p3,NA,1,2").read()) {
      assertThat(reading.schema().names()).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void aTextBeyondTheSampleMakesAColumnOfNamesAndIsNoted() {
    try (Reading reading = Ask.of(numbersThen("oak")).read()) {
      assertThat(reading.schema().names()).containsExactly("a");
      assertThat(Ask.names(reading, "a")).hasSize(2001).startsWith("0", "1").contains("oak");
      assertThat(reading.notes())
          .singleElement()
          .asString()
          .contains("'a' is taken as names", "'oak' is no number", "data.options.null");
    }
  }

  @Test
  void aNullTextBeyondTheSampleIsMissing() {
    try (Reading reading = Ask.of(numbersThen("oak")).option("null", "oak").read()) {
      assertThat(Ask.numbers(reading, "a")).hasSize(2001).contains(Double.NaN);
      assertThat(reading.notes()).isEmpty();
    }
  }

  @Test
  void theTestFileHasASayInTheTypes() {
    Path other = Ask.write(dir.resolve("test.csv"), "a,y\nx,1\n");
    try (Reading reading = Ask.lines(dir, "a.csv", "a,y", "1,2").testFile(other).read()) {
      assertThat(reading.schema().names()).containsExactly("a");
      assertThat(reading.rows()).isEqualTo(1);
      assertThat(reading.testBlocks().orElseThrow().collect())
          .singleElement()
          .satisfies(block -> assertThat(block.levels(0)).containsExactly("x"));
    }
  }

  @Test
  void categoricalNumbersAreNames() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,y", "7,1").categorical("a").read()) {
      assertThat(Ask.names(reading, "a")).containsExactly("7");
    }
  }

  @Test
  void aColumnWithoutAnyValueHoldsNumbersThatAreMissing() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,b,y", ",1,1", ",2,2").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(Double.NaN, Double.NaN);
    }
  }

  @Test
  void textsOfTheTargetAreClasses() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,y", "1,u", "2,v").anyTask().read()) {
      assertThat(reading.schema().task()).isEqualTo(Task.CLASSIFICATION);
      assertThat(Ask.targets(reading)).containsExactly("u", "v");
      assertThat(reading.notes()).singleElement().asString().contains("task is classification");
    }
  }

  @Test
  void twentyWholeNumbersAreClassesAndTwentyOneAreNot() {
    try (Reading reading = Ask.of(targets(20, "")).anyTask().read()) {
      assertThat(reading.schema().task()).isEqualTo(Task.CLASSIFICATION);
      assertThat(reading.notes()).singleElement().asString().contains("20 different whole numbers");
    }
    try (Reading reading = Ask.of(targets(21, "")).anyTask().read()) {
      assertThat(reading.schema().task()).isEqualTo(Task.REGRESSION);
    }
  }

  @Test
  void aFractionBeyondTheSampleMakesARegression() {
    try (Reading reading = Ask.of(targets(3, "1,2.5\n")).anyTask().read()) {
      assertThat(reading.schema().task()).isEqualTo(Task.REGRESSION);
      assertThat(Ask.targets(reading)).hasSize(2001).contains(2.5);
    }
  }

  @Test
  void aTextBeyondTheSampleMakesTheTargetClasses() {
    try (Reading reading = Ask.of(targets(40, "1,high\n")).anyTask().read()) {
      assertThat(reading.schema().task()).isEqualTo(Task.CLASSIFICATION);
      assertThat(Ask.targets(reading)).contains("high", "39");
    }
  }

  @Test
  void labelsThatAreTheSameNumberAreOneClass() {
    Ask ask = Ask.lines(dir, "a.csv", "a,y", "1,1", "2,1.0", "3,0").task(Task.CLASSIFICATION);
    try (Reading reading = ask.read()) {
      assertThat(Ask.targets(reading)).containsExactly("1", "1", "0");
    }
  }

  /** A column of 2,000 numbers with a text near its end. */
  private Path numbersThen(String text) {
    return Ask.write(
        dir.resolve("a.csv"),
        IntStream.range(0, 2000)
            .mapToObj(i -> (i == 1500 ? text + ",7\n" : "") + i + ",7\n")
            .collect(Collectors.joining("", "a,y\n", "")));
  }

  /** 2,000 rows with {@code distinct} whole targets, and then {@code last}. */
  private Path targets(int distinct, String last) {
    return Ask.write(
        dir.resolve("t.csv"),
        IntStream.range(0, 2000)
            .mapToObj(i -> i + "," + i % distinct + "\n")
            .collect(Collectors.joining("", "a,y\n", last)));
  }
}
