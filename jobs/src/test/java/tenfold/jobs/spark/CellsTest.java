package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CellsTest {

  @Property
  void placesOrderAsTheirNumbersDo(@ForAll double a, @ForAll double b) {
    assertThat(Long.compare(Cells.ordered(a), Cells.ordered(b)))
        .isEqualTo(Double.compare(a + 0.0, b + 0.0));
  }

  @Property
  void aNumberIsReadBackFromItsText(@ForAll double value) {
    assertThat(Cells.number(String.valueOf(value))).hasValue(value);
  }

  @Property
  void wholeNumbersHaveOneTextWhateverTheirType(@ForAll int value) {
    String text = String.valueOf(value);
    assertThat(Cells.text((double) value)).isEqualTo(text);
    assertThat(Cells.text((long) value)).isEqualTo(text);
    assertThat(Cells.text(BigDecimal.valueOf(value).setScale(2))).isEqualTo(text);
  }

  @Example
  void wordsAndHexadecimalsAreNoNumbers() {
    for (String text :
        new String[] {"", " ", "-", "e", "1e", "1d", "0x10", "nan", "Infinity", "1,5", "١"}) {
      assertThat(Cells.number(text)).as(text).isEmpty();
    }
  }

  @Example
  void nanIsANumberThatIsMissing() {
    assertThat(Cells.number("NaN")).hasValue(Double.NaN);
  }
}
