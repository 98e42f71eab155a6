package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.jobs.Local;

/** Text files that can be read, and what they are read as. */
class CsvTest {

  @TempDir Path dir;

  @Test
  void columnsAreTypedByWhatTheyHold() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,b,y", "1,red,2", "-2.5e1,blue,3").read()) {
      assertThat(reading.schema().features())
          .containsExactly(new Feature("a", Kind.NUMBER), new Feature("b", Kind.NAME));
      assertThat(reading.rows()).isEqualTo(2);
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, -25.0);
      assertThat(Ask.names(reading, "b")).containsExactly("red", "blue");
      assertThat(Ask.targets(reading)).containsExactly(2.0, 3.0);
      assertThat(reading.notes()).isEmpty();
    }
  }

  @Test
  void emptyCellsAreMissing() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,b,y", ",red,2", "4,,3", "5,\"\",3").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(Double.NaN, 4.0, 5.0);
      assertThat(Ask.names(reading, "b")).containsExactly("red", null, null);
    }
  }

  @Test
  void textsListedAsNullAreMissing() {
    Ask ask = Ask.lines(dir, "a.csv", "a,b,y", "NA,red,2", "4,?,3");
    try (Reading reading = ask.option("null", List.of("NA", "?")).read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(Double.NaN, 4.0);
      assertThat(Ask.names(reading, "b")).containsExactly("red", null);
    }
  }

  @Test
  void aQuotedCellMayHoldTheDelimiterAndQuotes() {
    Ask ask = Ask.lines(dir, "a.csv", "a,b,y", "1,\"x, y\",2", "2,\"say \\\"hi\\\"\",3");
    try (Reading reading = ask.read()) {
      assertThat(Ask.names(reading, "b")).containsExactly("x, y", "say \"hi\"");
    }
  }

  @Test
  void aQuotedCellMayHoldLinesWhereTheOptionSaysSo() {
    Ask ask = Ask.lines(dir, "a.csv", "a,b,y", "1,\"x\ny\",2", "2,z,3");
    try (Reading reading = ask.option("multiLine", true).read()) {
      assertThat(Ask.names(reading, "b")).containsExactly("x\ny", "z");
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    try (Reading reading = Ask.lines(dir, "a.csv", "\uFEFFa,y", "1,2").read()) {
      assertThat(reading.schema().numbers()).containsExactly("a");
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0);
    }
  }

  @Test
  void linesMayEndAsOnWindows() {
    Path file = Ask.write(dir.resolve("a.csv"), "a,b,y\r\n1,red,2\r\n2,blue,3\r\n");
    try (Reading reading = Ask.of(file).target("b").task(Task.CLASSIFICATION).read()) {
      assertThat(reading.schema().numbers()).containsExactly("a", "y");
      assertThat(Ask.targets(reading)).containsExactly("red", "blue");
    }
  }

  @Test
  void blankLinesAreSkipped() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,y", "", "1,2", "", "", "2,3", "").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void columnsWithoutAHeaderAreNumbered() {
    Ask ask = Ask.lines(dir, "a.csv", "1,2", "2,3").target("_c1");
    try (Reading reading = ask.option("header", false).read()) {
      assertThat(reading.schema().numbers()).containsExactly("_c0");
      assertThat(Ask.numbers(reading, "_c0")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void aColumnWithoutANameIsNumbered() {
    try (Reading reading = Ask.lines(dir, "a.csv", ",a,y", "7,1,2").read()) {
      assertThat(reading.schema().numbers()).containsExactly("_c0", "a");
    }
  }

  @Test
  void optionsReachTheParser() {
    Ask ask = Ask.lines(dir, "a.csv", "a;b;y", "1;'x;y';2", "2;z;3");
    try (Reading reading = ask.option("delimiter", ";").option("quote", "'").read()) {
      assertThat(Ask.names(reading, "b")).containsExactly("x;y", "z");
    }
    Ask sep = Ask.lines(dir, "b.csv", "a|y", "1|2");
    try (Reading reading = sep.option("sep", "|").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0);
    }
  }

  @Test
  void theEncodingIsHeeded() throws IOException {
    Path file = dir.resolve("a.csv");
    Files.write(file, "größe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
    try (Reading reading = Ask.of(file).option("encoding", "ISO-8859-1").read()) {
      assertThat(reading.schema().numbers()).containsExactly("größe");
    }
  }

  @Test
  void aLargeFileIsReadInPiecesInItsOrder() {
    int n = 600_000;
    StringBuilder lines = new StringBuilder("a,y\n");
    for (int i = 0; i < n; i++) {
      lines.append(i).append(",3.123456789\n");
    }
    try (Reading reading = Ask.of(Ask.write(dir.resolve("a.csv"), lines.toString())).read()) {
      assertThat(reading.blocks().getNumPartitions()).isEqualTo(2);
      assertThat(Ask.numbers(reading, "a")).hasSize(n).isSorted();
      assertThat(reading.rows()).isEqualTo(n);
    }
  }

  @Test
  void linesMayEndInAnythingTheOptionSays() {
    Path file = Ask.write(dir.resolve("a.csv"), "a,y;1,2;2,3;");
    try (Reading reading = Ask.of(file).option("lineSep", ";").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void commentsAreSkippedWhereTheOptionNamesTheirMark() {
    Ask ask = Ask.lines(dir, "a.csv", "# measured", "a,y", "1,2", "#3,4");
    try (Reading reading = ask.option("comment", "#").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0);
    }
  }

  @Test
  void utf16IsRead() throws IOException {
    Path file = dir.resolve("a.csv");
    Files.write(file, "größe,y\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_16LE));
    try (Reading reading = Ask.of(file).option("encoding", "UTF-16LE").read()) {
      assertThat(Ask.numbers(reading, "größe")).containsExactly(1.0, 3.0);
    }
  }

  @Test
  void tsvIsCutAtTabs() {
    try (Reading reading = Ask.lines(dir, "a.tsv", "a\tb\ty", "1\tx,y\t2").read()) {
      assertThat(Ask.names(reading, "b")).containsExactly("x,y");
    }
  }

  @Test
  void gzIsRead() throws IOException {
    Path file = dir.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a,y\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8));
    }
    try (Reading reading = Ask.of(file).read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void filesDirectoriesAndGlobsAreReadWhole() throws IOException {
    Files.createDirectory(dir.resolve("d"));
    Ask.write(dir.resolve("d/1.csv"), "a,y\n1,2\n");
    Ask.write(dir.resolve("d/2.csv"), "a,y\n2,3\n");
    Ask.write(dir.resolve("d/_SUCCESS"), "");
    for (Ask ask :
        List.of(
            Ask.of(dir.resolve("d")),
            Ask.of(dir.resolve("d/*.csv")),
            Ask.of(dir.resolve("d/1.csv"), dir.resolve("d/2.csv")))) {
      try (Reading reading = ask.read()) {
        assertThat(reading.schema().numbers()).containsExactly("a");
        assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, 2.0);
      }
    }
  }

  @Test
  void theFormatMayBeSaid() {
    try (Reading reading =
        Ask.lines(dir, "measured.data", "a,y", "1,2").option("format", "csv").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0);
    }
  }

  @Test
  void aColumnNameMayHoldDotsAndBackticks() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a.b,c`d,y", "1,2,3").read()) {
      assertThat(reading.schema().numbers()).containsExactly("a.b", "c`d");
    }
    assertThat(
            new Reader(Local.spark())
                .rows(dir.resolve("a.csv").toString(), Map.of())
                .collectAsList())
        .hasSize(1);
  }

  @Test
  void namesThatDifferInCaseOnlyAreTwoColumns() {
    try (Reading reading = Ask.lines(dir, "a.csv", "a,A,y", "1,2,3").read()) {
      assertThat(Ask.numbers(reading, "A")).containsExactly(2.0);
    }
  }
}
