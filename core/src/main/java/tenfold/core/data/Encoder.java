package tenfold.core.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows become numbers, fixed once for a sweep by the profile of the training part: numbers are
 * centred and scaled, missing ones take the mean; a name becomes one 0/1 column for each of its
 * levels, and a level of its own stands for missing where the training part has any. A level that
 * the training part never had counts as none of them.
 *
 * @param numbers how each number column is scaled, in the schema's order
 * @param names the levels of each name column, in the schema's order
 */
public record Encoder(List<Scaling> numbers, List<Levels> names) implements Serializable {

  /**
   * Centring and scaling of one number column.
   *
   * @param column its name
   * @param mean mean of the training part, which also stands in for missing values
   * @param deviation population standard deviation of the training part; 0 for a constant, which
   *     encodes as 0
   */
  public record Scaling(String column, double mean, double deviation) implements Serializable {

    /** Returns the value centred and scaled; 0 where it is missing or the column constant. */
    public double apply(double value) {
      return Double.isNaN(value) || deviation == 0 ? 0 : (value - mean) / deviation;
    }
  }

  /**
   * The columns that one name column becomes.
   *
   * @param column its name
   * @param levels its levels in the training part, in the order of their names
   * @param missing whether missing has a column of its own, the last
   */
  public record Levels(String column, List<String> levels, boolean missing)
      implements Serializable {

    public Levels {
      levels = List.copyOf(levels);
    }

    /** Number of 0/1 columns. */
    public int width() {
      return levels.size() + (missing ? 1 : 0);
    }
  }

  public Encoder {
    numbers = List.copyOf(numbers);
    names = List.copyOf(names);
  }

  /** Returns the encoder that the profile of a training part asks for. */
  public static Encoder of(Schema schema, Profile profile) {
    List<Scaling> numbers = new ArrayList<>();
    for (int j = 0; j < schema.numbers().size(); j++) {
      NumberProfile p = profile.number(j);
      // A column of one value has a deviation of exactly 0 only if its mean is exact: compare the
      // range instead.
      double deviation = p.min() < p.max() ? p.deviation() : 0;
      numbers.add(new Scaling(schema.numbers().get(j), p.mean(), deviation));
    }
    List<Levels> names = new ArrayList<>();
    for (int j = 0; j < schema.names().size(); j++) {
      NameProfile p = profile.name(j);
      names.add(
          new Levels(schema.names().get(j), List.copyOf(p.counts().keySet()), p.missing() > 0));
    }
    return new Encoder(numbers, names);
  }

  /** Number of 0/1 columns that the names become. */
  public int indicators() {
    return names.stream().mapToInt(Levels::width).sum();
  }

  /** Number of encoded columns: 0/1 columns and number columns. */
  public int columns() {
    return indicators() + numbers.size();
  }

  /** Names of the 0/1 columns, as {@code column=level}, in their order. */
  public List<String> indicatorNames() {
    List<String> out = new ArrayList<>();
    for (Levels name : names) {
      name.levels().forEach(level -> out.add(name.column() + "=" + level));
      if (name.missing()) {
        out.add(name.column() + " is missing");
      }
    }
    return out;
  }

  /** Returns the rows of the block as numbers. */
  public Encoded encode(Block block) {
    int n = block.rows();
    double[] z = new double[n * numbers.size()];
    for (int j = 0; j < numbers.size(); j++) {
      double[] column = block.numbers(j);
      Scaling scaling = numbers.get(j);
      for (int i = 0; i < n; i++) {
        z[i * numbers.size() + j] = scaling.apply(column[i]);
      }
    }
    int[] hot = new int[n * names.size()];
    int first = 0;
    for (int j = 0; j < names.size(); j++) {
      Levels name = names.get(j);
      int[] position = positions(name, block.levels(j), first);
      int missing = name.missing() ? first + name.levels().size() : -1;
      int[] codes = block.codes(j);
      for (int i = 0; i < n; i++) {
        hot[i * names.size() + j] = codes[i] < 0 ? missing : position[codes[i]];
      }
      first += name.width();
    }
    return new Encoded(n, numbers.size(), names.size(), z, hot);
  }

  /**
   * The 0/1 column of each of a block's own levels, -1 for one that the training part never had.
   */
  private static int[] positions(Levels name, String[] own, int first) {
    Map<String, Integer> index = new HashMap<>();
    name.levels().forEach(level -> index.put(level, first + index.size()));
    int[] out = new int[own.length];
    for (int c = 0; c < own.length; c++) {
      out[c] = index.getOrDefault(own[c], -1);
    }
    return out;
  }
}
