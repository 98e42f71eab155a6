package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Task;

/** Data that cannot be used, and the sentence that says why. */
class RefusalTest {

  @TempDir Path dir;

  @Test
  void aShortLineIsNamed() {
    assertThat(Ask.lines(dir, "a.csv", "a,b,y", "1,2,3", "1,2", "1,2,3").refusal())
        .contains("a.csv, line 3", "has 2 cells", "3 columns");
  }

  @Test
  void aLongLineIsNamed() {
    assertThat(Ask.lines(dir, "a.csv", "a,b,y", "1,2,3", "", "1,2,3,4").refusal())
        .contains("a.csv, line 4", "has 4 cells", "3 columns");
  }

  @Test
  void aRaggedLineFarDownIsNamed() {
    String rows =
        IntStream.range(0, 5000).mapToObj(i -> i + ",2,3\n").collect(Collectors.joining());
    Path file = Ask.write(dir.resolve("a.csv"), "a,b,y\n" + rows + "1,2\n" + rows);
    assertThat(Ask.of(file).refusal()).contains("a.csv, line 5,002", "has 2 cells", "3 columns");
  }

  @Test
  void aRaggedLineInALaterPieceOfAFileIsNamed() {
    String rows = "1,2,3.123456789012345\n".repeat(500_000);
    Path file = Ask.write(dir.resolve("a.csv"), "a,b,y\n" + rows + "1,2\n" + "1,2,3\n");
    assertThat(Ask.of(file).refusal()).contains("a.csv, line 500,002", "has 2 cells");
  }

  @Test
  void aRaggedLineOfAGzIsNamed() throws IOException {
    Path file = dir.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a,b,y\n1,2,3\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Ask.of(file).refusal()).contains("a.csv.gz, line 3", "has 2 cells", "3 columns");
  }

  @Test
  void aRaggedLineOfTheSecondFileIsNamed() throws IOException {
    Ask.write(dir.resolve("1.csv"), "a,y\n1,2\n");
    Ask.write(dir.resolve("2.csv"), "a,y\n1,2\n1,2,3\n");
    assertThat(Ask.of(dir).refusal()).contains("2.csv, line 3", "has 3 cells", "2 columns");
  }

  @Test
  void aRepeatedNameIsNamedWithItsPlaces() {
    assertThat(Ask.lines(dir, "a.csv", "a,b,a,y", "1,2,3,4").refusal())
        .contains("a.csv", "'a' is named twice", "positions 1 and 3");
  }

  @Test
  void filesWithOtherHeadersAreRefused() throws IOException {
    Ask.write(dir.resolve("1.csv"), "a,y\n1,2\n");
    Ask.write(dir.resolve("2.csv"), "b,y\n1,2\n");
    assertThat(Ask.of(dir).refusal()).contains("header", "same columns");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(Ask.of(Ask.write(dir.resolve("a.csv"), "")).refusal())
        .contains("a.csv is empty", "header line and rows");
  }

  @Test
  void aHeaderAloneIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y").refusal()).contains("a.csv", "header but no rows");
  }

  @Test
  void aMissingTargetIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2", "2,", "3,").refusal())
        .contains("a.csv", "data row 2", "target 'y' is missing");
  }

  @Test
  void aTargetThatIsNoNumberIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2", "2,high").refusal())
        .contains("data row 2", "target 'y' is 'high'", "no finite number");
  }

  @Test
  void anInfiniteTargetIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,1e999").refusal())
        .contains("data row 1", "target 'y' is '1e999'");
  }

  @Test
  void anInfiniteFeatureIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2", "-1e999,3").refusal())
        .contains("data row 2", "column 'a' has '-1e999'", "no finite number");
  }

  @Test
  void anUnknownTargetIsRefusedWithTheNearestName() {
    assertThat(Ask.lines(dir, "a.csv", "a,price", "1,2").target("prise").refusal())
        .contains("no column 'prise'", "data.target", "did you mean 'price'?", "a, price");
  }

  @Test
  void everyNamedColumnMustBeThere() {
    Path file = Ask.write(dir.resolve("a.csv"), "a,y\n1,2\n");
    assertThat(Ask.of(file).id("x").refusal()).contains("'x'", "data.id");
    assertThat(Ask.of(file).ignore("x").refusal()).contains("'x'", "data.ignore");
    assertThat(Ask.of(file).categorical("x").refusal()).contains("'x'", "data.categorical");
    assertThat(Ask.of(file).weight("x").refusal()).contains("'x'", "data.weight");
    assertThat(Ask.of(file).group("x").refusal()).contains("'x'", "split.group");
    assertThat(Ask.of(file).orderBy("x").refusal()).contains("'x'", "split.order-by");
    assertThat(Ask.of(file).foldColumn("x").refusal()).contains("'x'", "split.fold-column");
  }

  @Test
  void noFeatureLeftIsRefused() {
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2").ignore("a").refusal())
        .contains("no column is left to predict 'y' from");
  }

  @Test
  void missingValuesAreRefusedWhereTheyShallFail() {
    assertThat(Ask.lines(dir, "a.csv", "a,b,y", "1,u,2", ",u,3", ",,4").failOnMissing().refusal())
        .contains("column 'a' misses 2 values", "data.missing");
  }

  @Test
  void aPathThatIsNotThereIsRefused() {
    assertThat(Ask.of(dir.resolve("none.csv")).refusal()).contains("there is no", "none.csv");
    assertThat(Ask.of("none.csv").refusal())
        .contains("there is no none.csv", System.getProperty("user.dir"));
    assertThat(Ask.of(dir.resolve("*.csv")).refusal()).contains("there is no", "*.csv");
  }

  @Test
  void theSecondPathMustBeThereToo() {
    Path file = Ask.write(dir.resolve("a.csv"), "a,y\n1,2\n");
    assertThat(Ask.of(file, dir.resolve("none.csv")).refusal()).contains("there is no", "none.csv");
  }

  @Test
  void anEmptyDirectoryIsRefused() {
    assertThat(Ask.of(dir).refusal()).contains("is an empty directory");
  }

  @Test
  void anUnknownEndingIsRefused() {
    assertThat(Ask.lines(dir, "a.xls", "a,y", "1,2").refusal())
        .contains("a.xls", "csv", "parquet", "data.options.format");
  }

  @Test
  void aTestFileNeedsTheSameColumns() {
    Path other = Ask.write(dir.resolve("test.csv"), "b,y\n1,2\n");
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2").testFile(other).refusal())
        .contains("split.test", "test.csv", "[b, y]", "[a, y]");
  }

  @Test
  void aTestFileWithAMissingTargetIsNamed() {
    Path other = Ask.write(dir.resolve("test.csv"), "a,y\n1,\n");
    assertThat(Ask.lines(dir, "a.csv", "a,y", "1,2").testFile(other).refusal())
        .contains("test.csv", "target 'y' is missing");
  }

  @Test
  void aMissingLabelIsRefused() {
    assertThat(
            Ask.lines(dir, "a.csv", "a,y", "1,u", "2,", "3,v").task(Task.CLASSIFICATION).refusal())
        .contains("data row 2", "target 'y' is missing");
  }
}
