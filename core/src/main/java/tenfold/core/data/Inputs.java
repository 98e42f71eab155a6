package tenfold.core.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Encoder.Levels;

/**
 * How rows become inputs of a tree: numbers as they are, NaN where missing, and names as the index
 * of their level.
 *
 * @param columns in the order of the schema's features
 */
public record Inputs(List<Input> columns) implements Serializable {

  /**
   * One column.
   *
   * @param name its name in the data
   * @param kind number or name
   * @param levels of a name, in order; empty for a number
   * @param missing whether a name has a level of its own for missing, after the others
   */
  public record Input(String name, Kind kind, List<String> levels, boolean missing)
      implements Serializable {

    public Input {
      levels = List.copyOf(levels);
    }

    /** What the 0/1 feature of level {@code l} is called, such as {@code state=KS}. */
    public String feature(int l) {
      return l == levels.size() ? name + " is missing" : name + "=" + levels.get(l);
    }

    /** Number of levels, the one for missing too. */
    public int width() {
      return levels.size() + (missing ? 1 : 0);
    }

    /** Number of features: a number is one, each level of a name another. */
    public int features() {
      return kind == Kind.NUMBER ? 1 : width();
    }
  }

  public Inputs {
    columns = List.copyOf(columns);
  }

  /** Returns the inputs that data of this schema and encoding have. */
  public static Inputs of(Schema schema, Encoder encoder) {
    Map<String, Levels> names = new HashMap<>();
    encoder.names().forEach(l -> names.put(l.column(), l));
    List<Input> out = new ArrayList<>();
    for (Feature feature : schema.features()) {
      Levels levels = names.get(feature.name());
      out.add(
          feature.kind() == Kind.NUMBER
              ? new Input(feature.name(), Kind.NUMBER, List.of(), false)
              : new Input(feature.name(), Kind.NAME, levels.levels(), levels.missing()));
    }
    return new Inputs(out);
  }

  /**
   * Returns the block's rows, column by column: a number, or the index of a name's level, -1 for a
   * name that has none of them. Columns of numbers are the block's own arrays.
   */
  public double[][] of(Block block) {
    double[][] out = new double[columns.size()][];
    int number = 0;
    int name = 0;
    for (int c = 0; c < out.length; c++) {
      Input input = columns.get(c);
      out[c] =
          input.kind() == Kind.NUMBER
              ? block.numbers(number++)
              : levels(input, block.levels(name), block.codes(name++));
    }
    return out;
  }

  private static double[] levels(Input input, String[] own, int[] codes) {
    Map<String, Integer> index = new HashMap<>();
    input.levels().forEach(level -> index.put(level, index.size()));
    int[] position = Arrays.stream(own).mapToInt(l -> index.getOrDefault(l, -1)).toArray();
    int missing = input.missing() ? input.levels().size() : -1;
    double[] out = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      out[i] = codes[i] < 0 ? missing : position[codes[i]];
    }
    return out;
  }
}
