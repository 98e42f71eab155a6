package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;

/**
 * A small data set as a reader would hand it on, row by row: mixed columns, and all that decides
 * folds.
 */
public record Rows(Schema schema, Set<Extra> extras, List<Line> lines) {

  /** Without weights; those come with {@link #weighted}. */
  private static final Set<Extra> EXTRAS = EnumSet.of(Extra.GROUP, Extra.ORDER, Extra.FOLD);

  /**
   * One row.
   *
   * @param id tells rows apart that are equal in all else
   * @param x a Double or String for each feature, null where missing
   * @param y a Double or String
   */
  public record Line(
      int id, List<Object> x, Object y, double weight, String group, long time, int fold) {

    public Line withY(Object other) {
      return new Line(id, x, other, weight, group, time, fold);
    }

    public Line withWeight(double other) {
      return new Line(id, x, y, other, group, time, fold);
    }

    public Line withX(List<Object> others) {
      return new Line(id, others, y, weight, group, time, fold);
    }
  }

  public Rows {
    lines = List.copyOf(lines);
  }

  /** Rows of these columns; {@code y} are numbers or names of classes. */
  public static Rows of(List<Feature> features, List<Line> lines) {
    Task task = lines.get(0).y() instanceof Double ? Task.REGRESSION : Task.CLASSIFICATION;
    return new Rows(new Schema(features, "y", task, List.of("id")), EXTRAS, lines);
  }

  /** Rows of columns of numbers {@code x[i]}; three folds dealt in turn. */
  public static Rows numbers(double[][] x, Object... y) {
    List<Feature> features =
        IntStream.range(0, x[0].length).mapToObj(j -> new Feature("x" + j, Kind.NUMBER)).toList();
    return of(
        features,
        IntStream.range(0, y.length)
            .mapToObj(i -> line(i, Arrays.stream(x[i]).boxed().toArray(), y[i]))
            .toList());
  }

  private static Line line(int i, Object[] x, Object y) {
    return new Line(i, Collections.unmodifiableList(Arrays.asList(x)), y, 1, "g" + i / 3, i, i % 3);
  }

  /**
   * Up to four columns of numbers and names, of few values or of many, some of them missing; rows
   * may repeat each other. Answers follow the columns, but not quite: numbers, or two classes or
   * three.
   */
  public static Rows random(Random random, Task task, int n) {
    int d = 1 + random.nextInt(4);
    List<Feature> features = new ArrayList<>();
    Object[][] x = new Object[n][d];
    double[] signal = new double[n];
    for (int j = 0; j < d; j++) {
      boolean name = random.nextInt(3) == 0;
      features.add(new Feature("x" + j, name ? Kind.NAME : Kind.NUMBER));
      int values = random.nextBoolean() ? 1 + random.nextInt(5) : 0;
      double missing = random.nextInt(3) == 0 ? 0.2 : 0;
      for (int i = 0; i < n; i++) {
        double value =
            name || values > 0 ? random.nextInt(Math.max(3, values)) : random.nextGaussian();
        signal[i] += value;
        x[i][j] = random.nextDouble() < missing ? null : name ? "level" + value : (Object) value;
      }
    }
    int classes = 2 + random.nextInt(2);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double y = signal[i] + random.nextGaussian();
      Object answer = task == Task.REGRESSION ? y : "c" + Math.floorMod((long) y, classes);
      lines.add(line(i, x[i], answer));
    }
    return of(features, lines);
  }

  /** The same rows, changed one by one. */
  public Rows map(UnaryOperator<Line> change) {
    return new Rows(schema, extras, lines.stream().map(change).toList());
  }

  /** The same rows, each of the weight that it has. */
  public Rows weighted() {
    Set<Extra> more = EnumSet.copyOf(extras);
    more.add(Extra.WEIGHT);
    return new Rows(schema, more, lines);
  }

  /** The same rows, of weights 0.5, 1, 1.5 and 2. */
  public Rows weighted(Random random) {
    return weighted().map(line -> line.withWeight((1 + random.nextInt(4)) / 2.0));
  }

  /** The same rows and some of them again. */
  public Rows repeated(Random random) {
    List<Line> more = new ArrayList<>(lines);
    for (Line line : lines) {
      if (random.nextInt(4) == 0) {
        more.add(
            new Line(
                more.size(), line.x(), line.y(), line.weight(), "g0", line.time(), line.fold()));
      }
    }
    return new Rows(schema, extras, more);
  }

  /** The same rows in another order. */
  public Rows shuffled(Random random) {
    List<Line> others = new ArrayList<>(lines);
    Collections.shuffle(others, random);
    return new Rows(schema, extras, others);
  }

  /** The same rows, their columns in this order. */
  public Rows columns(List<Integer> order) {
    List<Feature> features = order.stream().map(j -> schema.features().get(j)).toList();
    return new Rows(
            new Schema(features, schema.target(), schema.task(), schema.ids()), extras, lines)
        .map(line -> line.withX(reordered(line.x(), order)));
  }

  private static List<Object> reordered(List<Object> x, List<Integer> order) {
    List<Object> out = new ArrayList<>();
    order.forEach(j -> out.add(x.get(j)));
    return Collections.unmodifiableList(out);
  }

  /** All rows in one block. */
  public List<List<Block>> together() {
    return List.of(List.of(block(0, 0, lines)));
  }

  /** The rows in partitions of blocks, some of them empty. */
  public List<List<Block>> scattered(Random random) {
    List<List<Block>> out = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      List<Block> partition = new ArrayList<>();
      int before = 0;
      for (int b = random.nextInt(3); b >= 0; b--) {
        int to = Math.min(lines.size(), from + random.nextInt(20));
        partition.add(block(out.size(), before, lines.subList(from, to)));
        before += to - from;
        from = to;
      }
      out.add(partition);
    }
    return out;
  }

  private Block block(int partition, int before, List<Line> its) {
    BlockBuilder builder = new BlockBuilder(schema, extras);
    builder.at(partition, before);
    for (Line line : its) {
      cells(builder, line);
      builder.id(0, Integer.toString(line.id()));
      if (extras.contains(Extra.WEIGHT)) {
        builder.weight(line.weight());
      }
      builder.group("group", line.group());
      builder.order(line.time());
      builder.fold(line.fold());
      builder.endRow();
    }
    return builder.build();
  }

  private void cells(BlockBuilder builder, Line line) {
    int number = 0;
    int name = 0;
    for (int j = 0; j < line.x().size(); j++) {
      Object value = line.x().get(j);
      if (schema.features().get(j).kind() == Kind.NUMBER) {
        builder.number(number++, value == null ? Double.NaN : (Double) value);
      } else {
        builder.name(name++, (String) value);
      }
    }
    if (line.y() instanceof Double y) {
      builder.target(y);
    } else {
      builder.target((String) line.y());
    }
  }
}
