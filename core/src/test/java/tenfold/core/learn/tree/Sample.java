package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tenfold.core.data.Column;
import tenfold.core.data.Facts;
import tenfold.core.data.Table;

/**
 * A small table as a person would write it down, before it is coded: numbers, NaN where missing,
 * and names as the index of their level. A value, but that its arrays are not copied.
 */
final class Sample {

  final String[] name;

  /** Levels of each column of names; 0 for numbers. */
  final int[] levels;

  /** A value for each row, by column. */
  final double[][] x;

  /** Number of classes; 0 for a regression. */
  final int classes;

  /** Target, or number of the class, of each row. */
  final double[] y;

  /** Weight of each row; null where each counts once. */
  final double[] weight;

  Sample(String[] name, int[] levels, double[][] x, int classes, double[] y, double[] weight) {
    this.name = name;
    this.levels = levels;
    this.x = x;
    this.classes = classes;
    this.y = y;
    this.weight = weight;
  }

  /** Columns of numbers, called a, b, and so on. */
  static Sample numbers(int classes, double[] y, double[]... x) {
    String[] name =
        IntStream.range(0, x.length).mapToObj(c -> "" + (char) ('a' + c)).toArray(String[]::new);
    return new Sample(name, new int[x.length], x, classes, y, null);
  }

  int rows() {
    return y.length;
  }

  int[] allRows() {
    return IntStream.range(0, rows()).toArray();
  }

  double weight(int row) {
    return weight == null ? 1 : weight[row];
  }

  Sample withWeights(IntToDoubleFunction weights) {
    double[] its = IntStream.range(0, rows()).mapToDouble(weights).toArray();
    return new Sample(name, levels, x, classes, y, its);
  }

  Sample withTargets(IntToDoubleFunction targets) {
    double[] its = IntStream.range(0, rows()).mapToDouble(targets).toArray();
    return new Sample(name, levels, x, classes, its, weight);
  }

  /** The rows of these numbers, in this order; a row may come more than once, with its weight. */
  Sample rows(int... which) {
    double[][] its = Arrays.stream(x).map(column -> pick(column, which)).toArray(double[][]::new);
    double[] weights = weight == null ? null : pick(weight, which);
    return new Sample(name, levels, its, classes, pick(y, which), weights);
  }

  /** The columns of these numbers, in this order. */
  Sample columns(int... which) {
    return new Sample(
        Arrays.stream(which).mapToObj(c -> name[c]).toArray(String[]::new),
        Arrays.stream(which).map(c -> levels[c]).toArray(),
        Arrays.stream(which).mapToObj(c -> x[c]).toArray(double[][]::new),
        classes,
        y,
        weight);
  }

  private static double[] pick(double[] from, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> from[i]).toArray();
  }

  /** The table in which every value has a code. */
  Table table() {
    return table(Column.CODES);
  }

  /** The table in which a column of numbers has at most so many codes, of about as many values. */
  Table table(int bins) {
    List<Column> columns = new ArrayList<>();
    List<byte[]> codes = new ArrayList<>();
    int feature = 0;
    for (int c = 0; c < x.length; c++) {
      if (levels[c] == 0) {
        codes.add(number(c, feature++, bins, columns));
      }
      for (int from = 0; from < levels[c]; from += Column.CODES) {
        int to = Math.min(levels[c], from + Column.CODES);
        codes.add(levels(c, feature, from, to, columns));
        feature += to - from;
      }
    }
    return new Table(
        columns,
        codes.toArray(byte[][]::new),
        new Facts(
            IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
            classes == 0 ? y : null,
            classes == 0 ? null : Arrays.stream(y).mapToInt(v -> (int) v).toArray(),
            weight,
            new int[1][rows()]));
  }

  private byte[] number(int c, int feature, int bins, List<Column> columns) {
    double[] values =
        Arrays.stream(x[c]).filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
    int n = Math.min(bins, values.length);
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int code = 0; code < n; code++) {
      low.add(values[code * values.length / n]);
      high.add(values[(code + 1) * values.length / n - 1]);
    }
    boolean missing = Arrays.stream(x[c]).anyMatch(Double::isNaN);
    columns.add(new Column.Numbers(name[c], feature, low, high, missing));
    return bytes(i -> Double.isNaN(x[c][i]) ? n : code(high, x[c][i]));
  }

  /** The first code whose largest value is not below {@code value}. */
  private static int code(List<Double> high, double value) {
    int found = Collections.binarySearch(high, value);
    return found < 0 ? -found - 1 : found;
  }

  private byte[] levels(int c, int feature, int from, int to, List<Column> columns) {
    List<String> labels =
        IntStream.range(from, to).mapToObj(l -> "%s=%d".formatted(name[c], l)).toList();
    columns.add(new Column.Levels(name[c], feature, labels));
    return bytes(i -> x[c][i] >= from && x[c][i] < to ? x[c][i] - from : to - from);
  }

  private byte[] bytes(IntToDoubleFunction code) {
    byte[] out = new byte[rows()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (int) code.applyAsDouble(i);
    }
    return out;
  }

  /** Grows a tree on all rows and all features, every value having a code. */
  Tree grow(Impurity impurity, Limits limits) {
    return new Grower(table(), impurity, limits)
        .grow(allRows(), Optional.empty(), new int[0], Optional.empty())
        .tree();
  }

  @Override
  public String toString() {
    return "columns %s of levels %s:%n%s%nclasses %d, y %s, weight %s"
        .formatted(
            Arrays.toString(name),
            Arrays.toString(levels),
            Arrays.deepToString(x),
            classes,
            Arrays.toString(y),
            Arrays.toString(weight));
  }
}
