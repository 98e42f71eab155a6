package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.data.Block;
import tenfold.core.data.Coded;
import tenfold.core.data.Facts;
import tenfold.core.data.Table;
import tenfold.core.seed.Hash;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.Unit;
import tenfold.jobs.Local;

class UnitsJobTest {

  /** Sums over pieces; the pieces of group g cost {@code 1 + g % costs}. */
  private record Sums(int groups, int pieces, int costs) implements Pieces<Table, long[], String> {

    @Override
    public String label() {
      return "sums";
    }

    @Override
    public int pieces(int group) {
      return pieces;
    }

    @Override
    public double cost(int group) {
      return 1 + group % costs;
    }

    @Override
    public long[] zero(Table table, int group) {
      return new long[2];
    }

    @Override
    public void add(long[] into, Table table, int group, int piece) {
      if (group == 1 && piece == table.rows()) {
        throw new IllegalArgumentException("piece %d has no row".formatted(piece));
      }
      into[0]++;
      into[1] += Hash.of(Hash.of(group, piece), table.codes(0)[piece % table.rows()]);
    }

    @Override
    public long[] merge(long[] into, long[] from) {
      into[0] += from[0];
      into[1] += from[1];
      return into;
    }

    @Override
    public String finish(Table table, int group, long[] all) {
      return "group %d: %d pieces, %d".formatted(group, all[0], all[1]);
    }
  }

  /** Says whether each group was finished in the stage of its pieces. */
  private record Where(int groups, int pieces)
      implements Pieces<Table, ArrayList<Integer>, String> {

    @Override
    public String label() {
      return "where";
    }

    @Override
    public int pieces(int group) {
      return pieces;
    }

    @Override
    public double cost(int group) {
      return 1;
    }

    @Override
    public ArrayList<Integer> zero(Table table, int group) {
      return new ArrayList<>();
    }

    @Override
    public void add(ArrayList<Integer> into, Table table, int group, int piece) {
      into.add(TaskContext.get().stageId());
    }

    @Override
    public ArrayList<Integer> merge(ArrayList<Integer> into, ArrayList<Integer> from) {
      into.addAll(from);
      return into;
    }

    @Override
    public String finish(Table table, int group, ArrayList<Integer> all) {
      return all.contains(TaskContext.get().stageId()) ? "at once" : "after a shuffle";
    }
  }

  private static Table table(int rows) {
    double[] values = new double[rows];
    Arrays.setAll(values, i -> i * 7 % 10);
    Coded column = Coded.numbers("x", 0, values, 255);
    return new Table(
        List.of(column.column()),
        new byte[][] {column.codes()},
        new Facts(List.of(), values, null, null, new int[1][rows]));
  }

  private static SparkEngine engine() {
    JavaRDD<Block> none =
        JavaSparkContext.fromSparkContext(Local.spark().sparkContext()).parallelize(List.of(), 1);
    return new SparkEngine(none);
  }

  @ParameterizedTest
  @CsvSource({"1,64,1", "3,64,1", "10,16,1", "7,5,3", "200,1,2", "0,1,1"})
  void sparkAndThreadsGiveTheSameResults(int groups, int pieces, int costs) {
    Table table = table(pieces);
    Sums work = new Sums(groups, pieces, costs);
    try (SparkEngine engine = engine()) {
      List<Unit<String>> onSpark = engine.units(table, work);

      assertThat(onSpark).hasSize(groups);
      for (int slots : new int[] {1, 8}) {
        assertThat(engine.units(table, work, slots)).isEqualTo(onSpark);
        assertThat(new ThreadEngine(List.of(), slots).units(table, work)).isEqualTo(onSpark);
      }
      assertThat(engine.passes()).isZero();
    }
  }

  @Test
  void groupsThatAreWholeAreFinishedAtOnce() {
    try (SparkEngine engine = engine()) {
      assertThat(Unit.results(engine.units(table(1), new Where(4, 8), 2)))
          .hasSize(4)
          .containsOnly("at once");
      assertThat(Unit.results(engine.units(table(1), new Where(3, 8), 2)))
          .containsExactly("at once", "after a shuffle", "at once");
    }
  }

  @Test
  void aGroupThatFailsStopsNoOther() {
    try (SparkEngine engine = engine()) {
      for (int slots : new int[] {1, 2, 8}) { // groups whole, one cut, and all cut
        List<Unit<String>> units = engine.units(table(8), new Sums(3, 9, 1), slots);

        assertThat(units.get(1)).isEqualTo(new Unit.Failed<>("piece 8 has no row"));
        assertThat(units.get(0).result()).startsWith("group 0: 9 pieces");
        assertThat(units.get(2).result()).startsWith("group 2: 9 pieces");
      }
    }
  }

  @Test
  void aLocalMasterIsSentNoTable() {
    try (SparkEngine engine = engine()) {
      Sums work = new Sums(2, 4, 1);
      Table one = table(4);
      List<Unit<String>> first = engine.units(one, work);
      long before = nextBroadcast();
      engine.units(one, work);
      long again = nextBroadcast() - before;
      engine.units(table(4), work);
      long another = nextBroadcast() - before - again;

      assertThat(another).isEqualTo(again);
      assertThat(engine.units(one, work)).isEqualTo(first);
    }
  }

  /** Spark numbers what it sends; each call takes a number. */
  private static long nextBroadcast() {
    return JavaSparkContext.fromSparkContext(Local.spark().sparkContext()).broadcast(0).id();
  }
}
