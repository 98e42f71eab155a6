package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.VarcharType;
import tenfold.core.conf.Spelling;
import tenfold.core.data.DataException;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;

/**
 * Decides what becomes of every column, by the settings and by what is known of the types so far.
 */
final class Layouts {

  /** What to say of a column of numbers that some text makes one of names. */
  static final String NAMES =
      "column '%s' is taken as names, since '%s' is no number; if that stands for a missing value, add it to data.options.null";

  private final Frame frame;
  private final DataSettings data;
  private final Split split;
  private final Set<String> blanks;

  Layouts(Frame frame, DataSettings data, Split split) {
    this.frame = frame;
    this.data = data;
    this.split = split;
    this.blanks = blanks(data.options());
    check("data.target", data.targets());
    data.targets().forEach(this::checkTarget);
    check("data.id", data.id());
    check("data.ignore", data.ignore());
    check("data.categorical", List.copyOf(data.categorical()));
    check("data.weight", data.weight().stream().toList());
    check("split.group", split.group());
    check("split.order-by", split.orderBy().stream().toList());
    check("split.fold-column", split.foldColumn().stream().toList());
  }

  /** Texts that stand for a missing cell. */
  static Set<String> blanks(Map<String, Object> options) {
    Set<String> blanks = new HashSet<>(Set.of(""));
    if (options.get("null") instanceof List<?> texts) {
      texts.forEach(t -> blanks.add(String.valueOf(t)));
    } else if (options.get("null") != null) {
      blanks.add(String.valueOf(options.get("null")));
    }
    return blanks;
  }

  /**
   * Returns the layout.
   *
   * @param names columns known to hold names although the sample looks like numbers
   * @param task what is to be predicted, where it is known better than from the sample
   */
  Layout of(Set<String> names, Optional<Task> task) {
    List<Feature> features = new ArrayList<>();
    List<Layout.NumberAt> numbers = new ArrayList<>();
    List<Integer> namesAt = new ArrayList<>();
    Set<String> reserved = reserved();
    for (int c = 0; c < frame.columns().size(); c++) {
      String column = frame.columns().get(c);
      if (reserved.contains(column)) {
        continue;
      }
      if (isVector(c)) {
        int size = vectorSize(c);
        for (int e = 0; e < size; e++) {
          features.add(new Feature(column + "_" + e, Kind.NUMBER));
          numbers.add(new Layout.NumberAt(c, e, size));
        }
      } else if (names.contains(column) || kind(c) == Kind.NAME) {
        features.add(new Feature(column, Kind.NAME));
        namesAt.add(c);
      } else {
        features.add(new Feature(column, Kind.NUMBER));
        numbers.add(new Layout.NumberAt(c, -1, 0));
      }
    }
    if (features.isEmpty()) {
      throw new DataException(
          "%s: no column is left to predict '%s' from; the columns are %s"
              .formatted(frame.where(), data.target(), String.join(", ", frame.columns())));
    }
    Task told = task.or(data::task).orElseGet(this::guess);
    return new Layout(
        new Schema(features, data.targets(), told, data.id()),
        numbers,
        namesAt,
        data.targets().stream().map(this::position).toList(),
        data.id().stream().map(this::position).toList(),
        split.foldColumn().isPresent()
            ? List.of()
            : split.group().stream().map(this::position).toList(),
        split.group(),
        data.weight().map(this::position).orElse(-1),
        split.foldColumn().isPresent() ? -1 : split.orderBy().map(this::position).orElse(-1),
        split.foldColumn().map(this::position).orElse(-1),
        frame.types().isEmpty() ? frame.columns().size() : -1,
        blanks);
  }

  /** Returns what was decided about columns and a user might not expect, a sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (int c = 0; c < frame.columns().size(); c++) {
      String column = frame.columns().get(c);
      if (!reserved().contains(column) && !data.categorical().contains(column)) {
        strayText(c).ifPresent(text -> notes.add(NAMES.formatted(column, text)));
      }
    }
    List<String> cutting = new ArrayList<>(split.group());
    split.orderBy().ifPresent(cutting::add);
    cutting.removeAll(data.id());
    cutting.removeAll(data.ignore());
    if (!cutting.isEmpty()) {
      notes.add(
          "rows are split by %s, which is therefore no feature"
              .formatted(String.join(" and ", cutting)));
    }
    return notes;
  }

  /** A text of the sample in a column that is otherwise mostly numbers. */
  private Optional<String> strayText(int column) {
    List<String> values =
        frame.sample().stream()
            .filter(row -> column < row.length)
            .map(row -> row[column])
            .filter(text -> text != null && !blanks.contains(text))
            .toList();
    List<String> texts = values.stream().filter(t -> Cells.number(t).isEmpty()).toList();
    return 2 * texts.size() < values.size() ? texts.stream().findFirst() : Optional.empty();
  }

  /** Columns that are no features. */
  private Set<String> reserved() {
    Set<String> reserved = new HashSet<>(data.id());
    reserved.addAll(data.targets());
    reserved.addAll(data.ignore());
    reserved.addAll(split.group());
    data.weight().ifPresent(reserved::add);
    split.orderBy().ifPresent(reserved::add);
    split.foldColumn().ifPresent(reserved::add);
    return reserved;
  }

  private Kind kind(int column) {
    String name = frame.columns().get(column);
    if (data.categorical().contains(name)) {
      return Kind.NAME;
    }
    if (frame.types().isEmpty()) {
      return looksLikeNumbers(column) ? Kind.NUMBER : Kind.NAME;
    }
    DataType type = type(column);
    if (type instanceof NumericType) {
      return Kind.NUMBER;
    }
    if (isText(type) || type instanceof BooleanType) {
      return Kind.NAME;
    }
    throw new DataException(
        "%s: column '%s' has type %s, which is neither a number nor a name; list it under data.ignore, or make numbers of it first"
            .formatted(frame.where(), name, type.simpleString()));
  }

  private static boolean isText(DataType type) {
    return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
  }

  private boolean looksLikeNumbers(int column) {
    return frame.sample().stream()
        .filter(row -> column < row.length)
        .map(row -> row[column])
        .filter(text -> text != null && !blanks.contains(text))
        .allMatch(text -> Cells.number(text).isPresent());
  }

  /**
   * Guesses the task of one target from the sample or the declared type; the pass over the data
   * decides.
   */
  private Task guess() {
    int column = position(data.target());
    if (frame.types().isPresent()) {
      return type(column) instanceof NumericType ? Task.REGRESSION : Task.CLASSIFICATION;
    }
    TargetFacts facts = new TargetFacts();
    for (String[] row : frame.sample()) {
      if (column < row.length && row[column] != null && !blanks.contains(row[column])) {
        facts.add(row[column]);
      }
    }
    return facts.task();
  }

  private boolean isVector(int column) {
    return frame.types().isPresent() && type(column).equals(SQLDataTypes.VectorType());
  }

  private DataType type(int column) {
    return frame.types().orElseThrow().fields()[column].dataType();
  }

  private int vectorSize(int column) {
    List<Row> first = frame.rows().take(1);
    if (first.isEmpty() || first.get(0).isNullAt(column)) {
      throw new DataException(
          "%s: column '%s' of vectors has no first value to tell their length from"
              .formatted(frame.where(), frame.columns().get(column)));
    }
    return ((Vector) first.get(0).get(column)).size();
  }

  private int position(String column) {
    return frame.columns().indexOf(column);
  }

  private void checkTarget(String target) {
    if (frame.types().isPresent()) {
      DataType type = type(position(target));
      if (!(type instanceof NumericType || isText(type) || type instanceof BooleanType)) {
        throw new DataException(
            "%s: the target '%s' has type %s; it must be a number, a text or a boolean"
                .formatted(frame.where(), target, type.simpleString()));
      }
    }
  }

  private void check(String key, List<String> named) {
    for (String column : named) {
      if (!frame.columns().contains(column)) {
        throw new DataException(
            "%s: there is no column '%s', which %s names%s; the columns are %s"
                .formatted(
                    frame.where(),
                    column,
                    key,
                    Spelling.nearest(column, frame.columns())
                        .map(near -> " (did you mean '" + near + "'?)")
                        .orElse(""),
                    shown(frame.columns())));
      }
    }
  }

  private static String shown(List<String> columns) {
    int most = 30;
    return columns.size() <= most
        ? String.join(", ", columns)
        : String.join(", ", columns.subList(0, most)) + ", … (%d)".formatted(columns.size());
  }
}
