package tenfold.core.model;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;

/** What the schema does not say of inputs, as bytes: the levels of names. */
final class InputsCodec {

  private InputsCodec() {}

  static void write(Inputs inputs, Packer out) {
    for (Inputs.Input input : inputs.columns()) {
      if (input.kind() == Kind.NAME) {
        out.count(input.missing() ? 1 : 0);
        out.count(input.levels().size());
        input.levels().forEach(out::text);
      }
    }
  }

  static Inputs read(Schema schema, Unpacker in) {
    List<Inputs.Input> columns = new ArrayList<>();
    for (Feature feature : schema.features()) {
      boolean missing = false;
      List<String> levels = new ArrayList<>();
      if (feature.kind() == Kind.NAME) {
        missing = in.index(2, "a flag of") == 1;
        int n = in.count(1);
        for (int l = 0; l < n; l++) {
          levels.add(in.text());
        }
      }
      columns.add(new Inputs.Input(feature.name(), feature.kind(), levels, missing));
    }
    return new Inputs(columns);
  }
}
