package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Labels;
import tenfold.core.data.Task;
import tenfold.jobs.spark.Layout.NumberAt;

/**
 * Turns Spark's rows into blocks, a partition at a time, and notes what does not fit instead of
 * stopping at it.
 */
final class RowReader implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int BLOCK_ROWS = 4096;

  private final Layout layout;
  private final List<String> numbers; // told apart once: a schema sorts its columns on every call
  private final List<String> names;

  RowReader(Layout layout) {
    this.layout = layout;
    numbers = layout.schema().numbers();
    names = layout.schema().names();
  }

  /** Returns the partition's rows in blocks of at most {@value #BLOCK_ROWS}. */
  Iterator<Chunk> read(int partition, Iterator<Row> rows) {
    return new Iterator<>() {
      private long before;

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Chunk next() {
        BlockBuilder builder = new BlockBuilder(layout.schema(), layout.extras());
        builder.at(partition, before);
        Scan scan = new Scan();
        while (rows.hasNext() && builder.rows() < BLOCK_ROWS) {
          row(rows.next(), builder, scan);
        }
        before += builder.rows();
        return new Chunk(builder.build(), scan);
      }
    };
  }

  private void row(Row row, BlockBuilder builder, Scan scan) {
    if (layout.ragged() >= 0 && row.size() > layout.ragged()) {
      scan.misfit((Misfit) row.get(layout.ragged()));
    }
    for (int j = 0; j < layout.numbers().size(); j++) {
      builder.number(j, number(row, layout.numbers().get(j), j, scan));
    }
    for (int j = 0; j < layout.names().size(); j++) {
      String name = Cells.text(cell(row, layout.names().get(j)));
      builder.name(j, name);
      if (name == null) {
        scan.missing(names.get(j));
      }
    }
    if (layout.targets().size() == 1) {
      target(row, builder, scan);
    } else if (layout.targets().size() > 1) { // rows to predict have none
      labels(row, builder, scan);
    }
    extras(row, builder, scan);
    scan.row(builder.endRow());
  }

  private double number(Row row, NumberAt at, int j, Scan scan) {
    Object cell = cell(row, at.column());
    if (cell instanceof Vector vector) {
      if (vector.size() != at.size()) {
        scan.fault(
            "a vector has %d elements where the first has %d".formatted(vector.size(), at.size()));
        return Double.NaN;
      }
      cell = vector.apply(at.element());
    }
    String column = numbers.get(j);
    OptionalDouble number = Cells.number(cell);
    if (cell != null && number.isEmpty()) {
      scan.text(column, shortened(cell.toString()));
    }
    double value = number.orElse(Double.NaN);
    if (Double.isInfinite(value)) {
      scan.fault(
          "column '%s' has '%s', which is no finite number"
              .formatted(column, shortened(cell.toString())));
    }
    if (Double.isNaN(value)) {
      scan.missing(column);
    }
    return value;
  }

  private void target(Row row, BlockBuilder builder, Scan scan) {
    Object cell = cell(row, layout.targets().get(0));
    String name = layout.schema().target();
    boolean missing = missing(cell, name, scan);
    if (!missing) {
      scan.target().add(cell);
    }
    if (layout.schema().task() == Task.CLASSIFICATION) {
      builder.target(missing ? "" : label(cell));
      return;
    }
    OptionalDouble number = Cells.number(cell);
    if (!missing && (number.isEmpty() || !Double.isFinite(number.getAsDouble()))) {
      scan.fault(
          "the target '%s' is '%s', which is no finite number; a regression needs one"
              .formatted(name, shortened(cell.toString())));
    }
    builder.target(number.orElse(0));
  }

  private void labels(Row row, BlockBuilder builder, Scan scan) {
    List<String> labels = new ArrayList<>();
    for (int t = 0; t < layout.targets().size(); t++) {
      Object cell = cell(row, layout.targets().get(t));
      String name = layout.schema().targets().get(t);
      String label = missing(cell, name, scan) ? "" : label(cell);
      if (label.contains(Labels.BETWEEN)) {
        scan.fault(
            "the label '%s' holds the character U+001F, which no name of a class may have; name its classes otherwise"
                .formatted(name));
      }
      labels.add(label);
    }
    builder.target(Labels.joined(labels));
  }

  private static boolean missing(Object cell, String target, Scan scan) {
    boolean missing = cell == null || Double.isNaN(Cells.number(cell).orElse(0));
    if (missing) {
      scan.fault("the target '%s' is missing; drop such rows or fill them in".formatted(target));
    }
    return missing;
  }

  /** The name of a class: a number is written in one way. */
  private static String label(Object cell) {
    OptionalDouble number = Cells.number(cell);
    return number.isPresent() ? Cells.text(number.getAsDouble()) : Cells.text(cell);
  }

  private void extras(Row row, BlockBuilder builder, Scan scan) {
    for (int j = 0; j < layout.ids().size(); j++) {
      builder.id(j, Cells.text(cell(row, layout.ids().get(j))));
    }
    for (int j = 0; j < layout.groups().size(); j++) {
      builder.group(layout.groupNames().get(j), Cells.text(cell(row, layout.groups().get(j))));
    }
    if (layout.weight() >= 0) {
      weight(cell(row, layout.weight()), builder, scan);
    }
    if (layout.order() >= 0) {
      order(cell(row, layout.order()), builder, scan);
    }
    if (layout.fold() >= 0) {
      fold(cell(row, layout.fold()), builder, scan);
    }
  }

  private static void weight(Object cell, BlockBuilder builder, Scan scan) {
    double weight = Cells.number(cell).orElse(Double.NaN);
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      scan.fault(
          "the weight is %s; it must be a finite number above 0 (drop the row instead of giving it 0)"
              .formatted(quoted(cell)));
    }
    builder.weight(weight);
  }

  private static void order(Object cell, BlockBuilder builder, Scan scan) {
    OptionalDouble number = Cells.number(cell);
    OptionalLong time = Cells.time(cell);
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      scan.placeByNumber();
      builder.order(Cells.ordered(number.getAsDouble()));
    } else if (time.isPresent()) {
      scan.placeByTime();
      builder.order(time.getAsLong());
    } else {
      scan.fault(
          "split.order-by meets %s; a number, a date or a time such as 2024-01-31 12:00:00 is needed"
              .formatted(quoted(cell)));
    }
  }

  private static void fold(Object cell, BlockBuilder builder, Scan scan) {
    double fold = Cells.number(cell).orElse(Double.NaN);
    if (!(fold >= -1 && fold == Math.rint(fold) && fold < 1e6)) {
      scan.fault(
          "split.fold-column meets %s; folds are whole numbers from 0, and -1 for the test part"
              .formatted(quoted(cell)));
      return;
    }
    builder.fold((int) fold);
    scan.fold((int) fold);
  }

  /** The cell, or null where it is missing by the user's own word. */
  private Object cell(Row row, int column) {
    Object cell = row.get(column);
    return cell instanceof String text && layout.blanks().contains(text) ? null : cell;
  }

  private static String quoted(Object cell) {
    return cell == null ? "a missing value" : "'" + shortened(cell.toString()) + "'";
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "…";
  }
}
