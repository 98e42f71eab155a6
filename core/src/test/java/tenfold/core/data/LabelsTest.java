package tenfold.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Schema SCHEMA =
      new Schema(
          List.of(new Feature("x", Kind.NUMBER)),
          List.of("ripe", "large"),
          Task.CLASSIFICATION,
          List.of());

  @Property
  void whatIsJoinedComesApart(
      @ForAll @Size(min = 1, max = 5)
          List<@AlphaChars @StringLength(max = 3) String> classes) { // blank ones too
    assertThat(Labels.apart(Labels.joined(classes))).isEqualTo(classes);
  }

  /** A row for each: both known, none positive, one of a class that is neither. */
  @Test
  void eachLabelHasOneOfItsTwoClassesOrNeither() {
    BlockBuilder builder = new BlockBuilder(SCHEMA, EnumSet.noneOf(BlockBuilder.Extra.class));
    for (List<String> row : List.of(List.of("yes", "1"), List.of("no", "0"), List.of("?", "1"))) {
      builder.target(Labels.joined(row));
      builder.endRow();
    }

    assertThat(Labels.of(builder.build(), List.of("no", "yes", "0", "1"), 2))
        .containsExactly(1, 1, 0, 0, 2, 1);
  }

  @Test
  void aSchemaOfOneTargetHasNoLabels() {
    assertThat(SCHEMA.labels()).containsExactly("ripe", "large");
    assertThat(SCHEMA.target()).isEqualTo("ripe, large");
    assertThat(new Schema(List.of(), "y", Task.CLASSIFICATION, List.of()).labels()).isEmpty();
  }
}
