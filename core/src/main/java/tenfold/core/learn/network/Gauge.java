package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;

/**
 * What the rows that train say of scales, gathered in two passes over tables that hold some of them
 * each. Gauges of tables are merged in one order, so that sums are the same wherever they were
 * made.
 */
public final class Gauge implements Serializable {

  private static final long serialVersionUID = 1;

  private final Inputs inputs;
  private final int[] which; // of each encoded column, its moments
  private final Moments[] columns;
  private final Moments target;
  private long rows;
  private double weight;
  private boolean begun; // whether the first pass is done

  /**
   * A gauge of no rows.
   *
   * @param channels of the image that the columns are; 0: they are none
   */
  Gauge(Inputs inputs, int channels) {
    this.inputs = inputs;
    target = new Moments();
    int width = inputs.columns().stream().mapToInt(Inputs.Input::features).sum();
    columns = new Moments[channels == 0 ? width : channels];
    Arrays.setAll(columns, m -> new Moments());
    which = new int[width];
    Arrays.setAll(which, j -> channels == 0 ? j : j % channels);
  }

  private Gauge(Gauge from) {
    inputs = from.inputs;
    which = from.which;
    columns = Arrays.stream(from.columns).map(Moments::copy).toArray(Moments[]::new);
    target = from.target.copy();
    begun = from.begun;
  }

  private Moments.Pass pass() {
    return begun ? Moments.Pass.SQUARES : Moments.Pass.MEAN;
  }

  /** Adds all rows of a table to the pass under way. */
  public void add(RawTable table) {
    int[] all = IntStream.range(0, table.rows()).toArray();
    addColumns(pass(), table, all);
    if (table.classes().isEmpty()) {
      addTarget(pass(), table, all, target);
    }
    if (!begun) {
      rows += all.length;
      for (int row : all) {
        weight += table.weight(row);
      }
    }
  }

  /** Returns a gauge that has what ended passes gathered, and nothing of the pass under way. */
  public Gauge fresh() {
    return new Gauge(this);
  }

  /** Ends a pass: takes what {@link #fresh} ones gathered in it, in their order. */
  public void end(List<Gauge> copies) {
    for (Gauge copy : copies) {
      for (int m = 0; m < columns.length; m++) {
        pass().merge(columns[m], copy.columns[m]);
      }
      pass().merge(target, copy.target);
      if (!begun) {
        rows += copy.rows;
        weight += copy.weight;
      }
    }
    begun = true;
  }

  void addColumns(Moments.Pass pass, RawTable table, int[] train) {
    int first = 0;
    for (int c = 0; c < inputs.columns().size(); c++) {
      Inputs.Input input = inputs.columns().get(c);
      for (int row : train) {
        float value = table.value(c, row);
        double its = table.weight(row);
        if (input.kind() == Kind.NUMBER) {
          pass.add(columns[which[first]], value, its);
        } else {
          for (int l = 0; l < input.features(); l++) {
            pass.add(columns[which[first + l]], l == (int) value ? 1 : 0, its);
          }
        }
      }
      first += input.features();
    }
  }

  /** Adds the numbers to predict of some rows of a table. */
  static void addTarget(Moments.Pass pass, RawTable table, int[] train, Moments to) {
    if (table.classes().isEmpty()) {
      for (int row : train) {
        pass.add(to, (float) table.target()[row], table.weight(row));
      }
    }
  }

  /** The columns of the data. */
  Inputs inputs() {
    return inputs;
  }

  /** How rows become inputs. */
  Encoding encoding() {
    return new Encoding(
        inputs,
        Arrays.stream(which).mapToDouble(m -> columns[m].mean()).toArray(),
        Arrays.stream(which).mapToDouble(m -> columns[m].deviation()).toArray());
  }

  /** Moments of the numbers to predict. */
  Moments target() {
    return target;
  }

  /** Number of rows. */
  public long rows() {
    return rows;
  }

  /** Their weight. */
  double weight() {
    return weight;
  }
}
