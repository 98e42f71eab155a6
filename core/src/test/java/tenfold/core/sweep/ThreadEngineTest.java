package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Coded;
import tenfold.core.data.Facts;
import tenfold.core.data.Table;

class ThreadEngineTest {

  private static Table table() {
    Coded column = Coded.numbers("x", 0, new double[] {3, 1, 2, 5, 4}, 255);
    return new Table(
        List.of(column.column()),
        new byte[][] {column.codes()},
        new Facts(List.of(), new double[5], null, null, new int[1][5]));
  }

  @Property
  void unitsAreTheSameOnAnyNumberOfThreads(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 20) Integer> pieces) {
    Table table = table();
    int[] count = pieces.stream().mapToInt(p -> p).toArray();
    double[] cost = pieces.stream().mapToDouble(p -> 1 + p % 3).toArray();
    Sums work = new Sums(count, cost);
    List<String> expected = new ArrayList<>();
    for (int g = 0; g < count.length; g++) {
      long[] all = work.zero(table, g);
      for (int p = 0; p < count[g]; p++) {
        work.add(all, table, g, p);
      }
      expected.add(work.finish(table, g, all));
    }

    for (int threads : new int[] {1, 2, 8}) {
      assertThat(Unit.results(new ThreadEngine(List.of(), threads).units(table, work)))
          .isEqualTo(expected);
    }
  }

  @Test
  void unitsMakeNoPass() {
    ThreadEngine engine = new ThreadEngine(List.of(), 2);

    engine.units(table(), Sums.even(3, 4));

    assertThat(engine.passes()).isZero();
  }

  @Test
  void aGroupThatFailsStopsNoOther() {
    for (int pieces : new int[] {1, 16}) {
      List<Unit<Integer>> units =
          new ArrayList<>(
              new ThreadEngine(List.of(), 2).units(table(), new Third(5, pieces, "throws")));

      assertThat(units.get(2)).isEqualTo(new Unit.Failed<>("the third group throws"));
      units.remove(2);
      assertThat(Unit.results(units)).containsOnly(pieces);
    }
  }

  @Test
  void aGroupThatHangsStopsNoOther() {
    Attempts brief = new Attempts(2, Duration.ofMillis(200));
    List<Unit<Integer>> units =
        new ArrayList<>(
            new ThreadEngine(List.of(), 1, brief).units(table(), new Third(4, 1, "hangs")));

    assertThat(units.get(2))
        .isEqualTo(new Unit.Failed<>("it took longer than the limit of 200 ms"));
    units.remove(2);
    assertThat(Unit.results(units)).containsOnly(1);
  }
}
