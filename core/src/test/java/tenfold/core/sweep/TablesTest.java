package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Column;
import tenfold.core.data.Encoder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.data.Schema;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;

class TablesTest {

  /** One row: two numbers, a name, a target, a weight and a fold. */
  private record Row(double a, double b, String name, int y, double weight, int fold) {}

  /** The row's own fold; in the second repeat that of the opposite number. */
  private record Own(int repeats) implements Folds {

    @Override
    public int folds() {
      return 3;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return Arrays.stream(block.fold()).map(f -> f < 0 || repeat == 0 ? f : 2 - f).toArray();
    }
  }

  private static Schema schema(Task task) {
    return new Schema(
        List.of(
            new Feature("a", Kind.NUMBER),
            new Feature("name", Kind.NAME),
            new Feature("b", Kind.NUMBER)),
        "y",
        task,
        List.of());
  }

  private static Block block(Schema schema, List<Row> rows) {
    BlockBuilder builder =
        new BlockBuilder(schema, Set.of(BlockBuilder.Extra.WEIGHT, BlockBuilder.Extra.FOLD));
    for (Row row : rows) {
      builder.number(0, row.a());
      builder.number(1, row.b());
      builder.name(0, row.name());
      if (schema.task() == Task.REGRESSION) {
        builder.target(row.y());
      } else {
        builder.target("class" + row.y());
      }
      builder.weight(row.weight());
      builder.fold(row.fold());
      builder.endRow();
    }
    return builder.build();
  }

  private static ThreadEngine engine(Schema schema, List<Row> rows, Random random) {
    List<List<Block>> partitions = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      List<Block> partition = new ArrayList<>();
      for (int b = random.nextInt(3); b >= 0; b--) {
        int to = Math.min(rows.size(), from + random.nextInt(20));
        partition.add(block(schema, rows.subList(from, to)));
        from = to;
      }
      partitions.add(partition);
    }
    return new ThreadEngine(partitions, 1 + random.nextInt(3));
  }

  private static Problem problem(Schema schema, Engine engine, int repeats) {
    Folds folds = new Own(repeats);
    Survey survey = engine.aggregate(new SurveyPass(schema, folds));
    // Made by hand: a table does not ask whether each of its folds could be learned from.
    boolean numbers = schema.task() == Task.REGRESSION;
    return new Problem(
        schema,
        numbers ? List.of() : survey.tally().classes(),
        Encoder.of(schema, survey.profile()),
        folds,
        survey.profile().rows(),
        numbers ? Math.rint(survey.profile().target().mean()) : 0,
        new Seed(1));
  }

  /** Few different values, so that rows repeat each other but for weights and folds. */
  private static List<Row> rows(int n, Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int name = random.nextInt(4);
      double zero = random.nextBoolean() ? 0.0 : -0.0;
      rows.add(
          new Row(
              random.nextInt(4) == 0 ? Double.NaN : random.nextInt(2) + zero,
              random.nextInt(3) == 0 ? zero : random.nextInt(3),
              name == 0 ? null : "n" + name,
              random.nextInt(2),
              1 + random.nextInt(2),
              random.nextInt(5) - 2));
    }
    rows.add(new Row(1, 1, "n1", 0, 1, 0)); // so that the training part is never empty
    return rows;
  }

  @Property
  void theTableIsTheSameForAnyOrderAndPartitioning(
      @ForAll @IntRange(max = 120) int n,
      @ForAll @IntRange(min = 1, max = 2) int repeats,
      @ForAll Task task,
      @ForAll long seed) {
    Random random = new Random(seed);
    Schema schema = schema(task);
    List<Row> rows = rows(n, random);
    Engine engine = engine(schema, rows, random);
    Problem problem = problem(schema, engine, repeats);
    Keyed<Table> one = Tables.of(engine, problem, 2);

    Collections.shuffle(rows, random);
    Keyed<Table> other = Tables.of(engine(schema, rows, random), problem, 2);

    assertThat(other).usingRecursiveComparison().isEqualTo(one);
    assertThat(Tables.raw(engine(schema, rows, random), problem))
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class) // to the bit, NaN too
        .isEqualTo(Tables.raw(engine, problem));
  }

  @Property
  void aRawTableHasTheRowsOfTheCodedOne(
      @ForAll @IntRange(max = 120) int n, @ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Schema schema = schema(task);
    Engine engine = engine(schema, rows(n, random), random);
    Problem problem = problem(schema, engine, 2);

    Keyed<RawTable> raw = Tables.raw(engine, problem);

    Keyed<Table> coded = Tables.of(engine, problem, 255);
    Table table = coded.table();
    assertThat(raw.keys()).isEqualTo(coded.keys());
    assertThat(raw.table().facts()).usingRecursiveComparison().isEqualTo(table.facts());
    for (int i = 0; i < table.rows(); i++) {
      assertThat(number(table, 0, i, raw.table().value(0, i))).isTrue();
      assertThat(number(table, 2, i, raw.table().value(2, i))).isTrue();
      assertThat(raw.table().value(1, i)).isEqualTo(code(table, 1, i));
    }
  }

  @Property
  void everyTrainingRowIsInTheTable(
      @ForAll @IntRange(max = 120) int n, @ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Schema schema = schema(task);
    List<Row> rows = rows(n, random);
    Engine engine = engine(schema, rows, random);
    Problem problem = problem(schema, engine, 2);

    Keyed<Table> keyed = Tables.of(engine, problem, 2);

    Table table = keyed.table();
    List<Row> expected =
        rows.stream()
            .filter(row -> row.fold() != Folds.TEST)
            .sorted(
                Comparator.comparingLong((Row row) -> block(schema, List.of(row)).key()[0])
                    .thenComparing(Row::weight)
                    .thenComparing(Row::fold))
            .toList();
    assertThat(keyed.keys()).isSorted();
    assertThat(table.rows()).isEqualTo(expected.size());
    assertThat(table.columns()).extracting(Column::name).containsExactly("a", "name", "b");
    assertThat(table.features()).hasSize(problem.encoder().columns());
    for (int i = 0; i < table.rows(); i++) {
      Row row = expected.get(i);
      assertThat(number(table, 0, i, row.a())).isTrue();
      assertThat(number(table, 2, i, row.b())).isTrue();
      assertThat(((Column.Levels) table.columns().get(1)).labels().get(code(table, 1, i)))
          .isEqualTo(row.name() == null ? "name is missing" : "name=" + row.name());
      assertThat(table.weight(i)).isEqualTo(row.weight());
      assertThat(table.part(0)[i]).isEqualTo(row.fold());
      assertThat(table.part(1)[i]).isEqualTo(row.fold() < 0 ? row.fold() : 2 - row.fold());
      if (task == Task.REGRESSION) {
        assertThat(table.target()[i]).isEqualTo(row.y() - problem.shift());
      } else {
        assertThat(table.classes().get(table.label()[i])).isEqualTo("class" + row.y());
      }
    }
  }

  private static int code(Table table, int column, int row) {
    return Byte.toUnsignedInt(table.codes(column)[row]);
  }

  private static boolean number(Table table, int column, int row, double value) {
    Column.Numbers numbers = (Column.Numbers) table.columns().get(column);
    int code = code(table, column, row);
    return Double.isNaN(value)
        ? code == numbers.none()
        : numbers.low().get(code) <= value && value <= numbers.high().get(code);
  }

  @Test
  void aPassForTheRowsAndOneForColumnsThatFitIntoMemory() {
    Schema schema = schema(Task.REGRESSION);
    ThreadEngine engine = engine(schema, rows(50, new Random(1)), new Random(2));
    Problem problem = problem(schema, engine, 1);

    Tables.of(engine, problem, 255);

    assertThat(engine.passes()).isEqualTo(3); // the survey's is the first
  }

  @Test
  void aNameThatTheTrainingPartHasNotHasNoCode() {
    Schema schema = schema(Task.REGRESSION);
    List<Row> rows =
        List.of(
            new Row(1, 1, "seen", 0, 1, 0),
            new Row(2, 1, null, 1, 1, 1),
            new Row(3, 1, "sealed", 1, 1, Folds.TEST));
    ThreadEngine engine = engine(schema, rows, new Random(1));

    Table table = Tables.of(engine, problem(schema, engine, 1), 255).table();

    assertThat(table.features()).containsExactly("a", "name=seen", "name is missing", "b");
    assertThat(table.columns().get(2).first()).isEqualTo(3);
  }

  @Test
  void moreRowsThanAnArrayHoldsAreRefused() {
    Schema schema = schema(Task.REGRESSION);
    ThreadEngine engine = engine(schema, rows(5, new Random(1)), new Random(1));
    Problem few = problem(schema, engine, 1);
    Problem many =
        new Problem(
            schema, few.classes(), few.encoder(), few.folds(), 1L << 31, few.shift(), few.seed());

    assertThatThrownBy(() -> Tables.of(engine, many, 255))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("2,147,483,648 rows")
        .hasMessageContaining("2,147,483,639 at most");
  }

  /** 1,000,000 rows of 28 numbers: a byte for each, 8 for the target and 4 for the part. */
  @Test
  void bytesCountColumnsTargetAndParts() {
    assertThat(Tables.bytes(new Shape(1_000_000, 28, 0, 0, 10, 1, 10, false, 0, 0)))
        .isEqualTo(40_000_000);
    assertThat(Tables.rawBytes(new Shape(1_000_000, 28, 0, 0, 10, 1, 10, false, 0, 0)))
        .isEqualTo(124_000_000);
    assertThat(Tables.bytes(new Shape(10, 1, 600, 2, 5, 3, 15, false, 0, 0)))
        .isEqualTo(10 * (5 + 20));
  }
}
