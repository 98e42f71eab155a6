package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tenfold.core.sweep.Packing.Run;
import tenfold.core.sweep.Packing.Task;

class PackingTest {

  private static List<Task> packed(int groups, int pieces, int slots) {
    return Packing.of(Sums.even(groups, pieces), slots);
  }

  private static int pieces(Task task) {
    return task.runs().stream().mapToInt(run -> run.to() - run.from()).sum();
  }

  @Test
  void oneGroupIsCut() {
    assertThat(packed(1, 128, 2))
        .extracting(Task::runs)
        .containsExactly(List.of(new Run(0, 0, 64)), List.of(new Run(0, 64, 128)));
  }

  @Test
  void enoughGroupsStayWhole() {
    List<Task> tasks = packed(10, 128, 2);

    assertThat(tasks).hasSize(2).allMatch(task -> task.runs().size() == 5);
    assertThat(tasks)
        .flatExtracting(Task::runs)
        .allMatch(run -> run.from() == 0 && run.to() == 128);
  }

  @Test
  void moreSlotsThanGroupsShareTheirPieces() {
    assertThat(packed(10, 128, 300)).hasSize(300).allMatch(t -> pieces(t) == 4 || pieces(t) == 5);
  }

  @Test
  void threeGroupsOnTwoSlotsCutOne() {
    assertThat(packed(3, 4, 2))
        .flatExtracting(Task::runs)
        .containsExactlyInAnyOrder(
            new Run(0, 0, 4), new Run(1, 0, 2), new Run(1, 2, 4), new Run(2, 0, 4));
  }

  @Test
  void tinyGroupsShareTasks() {
    assertThat(packed(1000, 1, 2)).hasSize(2).allMatch(task -> pieces(task) == 500);
  }

  @Test
  void groupsOfOnePieceCannotBeCut() {
    assertThat(packed(3, 1, 300)).hasSize(3);
  }

  @Test
  void unevenGroupsAreSpreadOverSeveralTasksTheLongestFirst() {
    int[] pieces = IntStream.range(0, 40).map(g -> 1).toArray();
    double[] cost = IntStream.range(0, 40).mapToDouble(g -> 1 + g % 4).toArray();
    Sums work = new Sums(pieces, cost);

    List<Task> tasks = Packing.of(work, 2);

    assertThat(tasks).hasSize(8);
    assertThat(tasks.stream().map(t -> -cost(work, t)).toList()).isSorted();
  }

  private static double cost(Sums work, Task task) {
    return task.runs().stream()
        .mapToDouble(run -> (run.to() - run.from()) * work.cost(run.group()))
        .sum();
  }

  @Property
  void everyPieceIsInOneTask(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 20) Integer> pieces,
      @ForAll @IntRange(min = 1, max = 50) int slots,
      @ForAll @IntRange(max = 3) int costs) {
    Sums work =
        new Sums(
            pieces.stream().mapToInt(p -> p).toArray(),
            IntStream.range(0, pieces.size()).mapToDouble(g -> (g * 7 % 5) * costs).toArray());

    List<Task> tasks = Packing.of(work, slots);

    List<List<Integer>> packed =
        tasks.stream()
            .flatMap(task -> task.runs().stream())
            .flatMap(
                run -> IntStream.range(run.from(), run.to()).mapToObj(p -> List.of(run.group(), p)))
            .toList();
    List<List<Integer>> all =
        IntStream.range(0, pieces.size())
            .boxed()
            .flatMap(g -> IntStream.range(0, pieces.get(g)).mapToObj(p -> List.of(g, p)))
            .collect(Collectors.toList());
    assertThat(packed).containsExactlyInAnyOrderElementsOf(all);
    assertThat(tasks).noneMatch(task -> task.runs().isEmpty());
  }

  /** No slot works longer than an even share and one piece, where pieces cost the same. */
  @Property
  void slotsAreFilledEvenly(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 20) Integer> pieces,
      @ForAll @IntRange(min = 1, max = 50) int slots) {
    int[] count = pieces.stream().mapToInt(p -> p).toArray();
    double[] one = IntStream.range(0, count.length).mapToDouble(g -> 1).toArray();

    List<Task> tasks = Packing.of(new Sums(count, one), slots);

    int share = (IntStream.of(count).sum() + slots - 1) / slots;
    assertThat(tasks).hasSizeLessThanOrEqualTo(slots);
    assertThat(tasks)
        .allMatch(task -> pieces(task) <= Math.max(share, 1.1 * IntStream.of(count).sum() / slots));
  }
}
