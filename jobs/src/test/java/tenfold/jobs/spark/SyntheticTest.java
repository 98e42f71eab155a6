package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.jobs.Local;

/** Needs a font on the machine, as what it tests does. */
class SyntheticTest {

  private static final String SETTINGS =
      "; use synthetic:digits?rows=1000&digits=0-9&fonts=all&size=28&seed=1";

  private static List<Row> rows(String address) {
    Dataset<Row> rows = Synthetic.of(address).open(Local.spark());
    return rows.collectAsList();
  }

  @Test
  void anAddressIsReadToImagesOfDigits() {
    try (Reading reading =
        Ask.of("synthetic:digits?rows=40&size=12").target("digit").anyTask().read()) {
      assertThat(reading.rows()).isEqualTo(40);
      assertThat(reading.schema().task()).isEqualTo(Task.CLASSIFICATION);
      assertThat(reading.schema().features()).hasSize(144);
    }
  }

  @Test
  void equalAddressesAreEqualRowsAndFewerRowsTheFirstOfMany() {
    List<Row> rows = rows("synthetic:digits?rows=30&size=16");

    assertThat(rows("synthetic:digits?size=16&rows=30")).isEqualTo(rows);
    assertThat(rows("synthetic:digits?rows=20&size=16")).isEqualTo(rows.subList(0, 20));
    assertThat(rows("synthetic:digits?rows=30&size=16&seed=2")).isNotEqualTo(rows);
  }

  /** White strokes on black that do not reach the border of the image on average. */
  @Test
  void eachDigitIsSeenAndEachImageIsAnother() {
    List<Row> rows = rows("synthetic:digits?rows=100");

    Set<Object> distinct = Set.copyOf(rows);
    assertThat(distinct).hasSize(100);
    for (int i = 0; i < 100; i++) {
      Row row = rows.get(i);
      assertThat(row.getInt(784)).isEqualTo(i % 10);
      int lit = 0;
      for (int p = 0; p < 784; p++) {
        assertThat(row.getInt(p)).isBetween(0, 255);
        lit += row.getInt(p) > 127 ? 1 : 0;
      }
      assertThat(lit).isBetween(20, 400);
    }
  }

  @Test
  void someDigitsTakeTurns() {
    assertThat(rows("synthetic:digits?rows=7&digits=5-9&size=8"))
        .extracting(row -> row.getInt(64))
        .containsExactly(5, 6, 7, 8, 9, 5, 6);
  }

  @Test
  void aFontCanBeNamed() {
    String font =
        Arrays.stream(
                java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getAvailableFontFamilyNames())
            .filter(f -> f.startsWith("D") && !f.startsWith("Dialog"))
            .findFirst()
            .orElseThrow();

    assertThat(rows("synthetic:digits?rows=3&fonts=" + font)).hasSize(3);
  }

  @Test
  void whatIsNotMadeIsRefused() {
    refused(
        "synthetic:letters",
        "data.path is synthetic:letters, but only synthetic:digits is made" + SETTINGS);
    refused(
        "synthetic:digits?row=3",
        "data.path has 'row=3', which is not one of its settings" + SETTINGS);
    refused(
        "synthetic:digits?size=2",
        "data.path has size=2, which must be a whole number from 4 to 256" + SETTINGS);
    refused(
        "synthetic:digits?digits=4-2",
        "data.path has digits=4-2, which must be the first and the last as in 0-4" + SETTINGS);
    refused(
        "synthetic:digits?rows=10000000",
        "data.path asks for 10,000,000 images of 28 × 28, but at most 200,000,000 pixels are made"
            + SETTINGS);
    assertThatThrownBy(() -> Glyphs.of(List.of("Nobody's"), Set.of("Some Sans", "A Serif"), 28))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "data.path: this machine has no font 'Nobody's' with digits; use some of ");
  }

  private static void refused(String address, String message) {
    assertThatThrownBy(() -> Synthetic.of(address))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  @Test
  void aMachineWithoutFontsSaysSo() {
    assertThatThrownBy(() -> Glyphs.of(List.of(), Set.of(), 28))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.path: digits are drawn in the fonts of this machine, but it has none that Java finds; install fontconfig and fonts, such as the package fonts-dejavu");
  }
}
