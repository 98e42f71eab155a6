package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a text is broken, it reads or is refused in one sentence with a place. */
class MutatedConfigurationTest {

  /** Some text in place of some of the original, by shares of its length. */
  record Edit(double at, int drop, String insert) {
    String of(String text) {
      int start = (int) (at * text.length());
      int end = Math.min(text.length(), start + drop);
      return text.substring(0, start) + insert + text.substring(end);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> insert =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                "\"",
                "\"\"\"",
                "${",
                "${x}",
                "${?data}",
                "=",
                "+=",
                ",",
                "\n",
                "#",
                "null",
                "-1",
                "1e400",
                "99999999999999999999",
                "NaN",
                "..",
                "true",
                "include ",
                "\\",
                "\u0000",
                "é",
                "data",
                "ridge",
                "auto",
                "1..9999999",
                "0.5"),
            Arbitraries.strings().ofMaxLength(5));
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 60)),
            insert)
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 2000)
  void readsOrIsRefusedInOneSentence(@ForAll("edits") List<Edit> edits) {
    String text = Texts.FULL;
    for (Edit edit : edits) {
      text = edit.of(text);
    }
    try {
      Experiment experiment = Experiment.parse(text, "x.conf", List.of());

      assertThat(Experiment.parse(experiment.merged(), "x.conf", List.of())).isEqualTo(experiment);
    } catch (ConfigurationException e) {
      assertThat(e.getMessage()).matches("x\\.conf(:\\d+)?: \\P{Cntrl}+");
    }
  }

  @Property(tries = 500)
  void overrideReadsOrIsRefusedInOneSentence(@ForAll("edits") List<Edit> edits) {
    assertOverride("models.ridge.lambda=[0, 0.5, 1e-3]", edits);
  }

  @Property(tries = 500)
  void overrideOfAForestReadsOrIsRefusedInOneSentence(@ForAll("edits") List<Edit> edits) {
    assertOverride("models.forest={ features = [sqrt, 3], max-depth = \"2..4\" }", edits);
  }

  private static void assertOverride(String override, List<Edit> edits) {
    for (Edit edit : edits) {
      override = edit.of(override);
    }
    try {
      Experiment experiment = Experiment.parse(Texts.FULL, "x.conf", List.of(override));

      assertThat(experiment.ridge()).isPresent();
    } catch (ConfigurationException e) {
      assertThat(e.getMessage()).matches("(-D|x\\.conf(:\\d+)?): \\P{Cntrl}+");
    }
  }
}
