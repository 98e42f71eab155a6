package tenfold.core.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.fold.Rows.Line;

class DealerTest {

  @Property
  void foldSizesAndClassCountsDifferByAtMostOne(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 60) Integer> perClass,
      @ForAll @IntRange(min = 2, max = 7) int k,
      @ForAll long seed) {
    List<Line> lines = Rows.ofClasses(perClass);
    if (lines.size() < k) {
      return;
    }
    List<Block> blocks = Rows.blocks(lines, 13, Rows.none());

    Map<Integer, Integer> part = deal(Rows.kFold(k, 0, seed), blocks);

    assertThat(spread(count(part.values(), k))).isLessThanOrEqualTo(1);
    for (int c = 0; c < perClass.size(); c++) {
      String label = "class" + c;
      List<Integer> its =
          part.entrySet().stream()
              .filter(e -> lines.get(e.getKey()).label().equals(label))
              .map(Map.Entry::getValue)
              .toList();
      assertThat(spread(count(its, k))).isLessThanOrEqualTo(1);
    }
  }

  @Property
  void anyOrderAndPartitioningGivesTheSameFolds(
      @ForAll @IntRange(min = 1, max = 40) int blockSize, @ForAll long seed) {
    List<Line> lines = Rows.ofClasses(List.of(31, 17));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    List<Block> straight = Rows.blocks(lines, 48, Rows.none());
    List<Block> shuffled =
        Rows.blocks(order.stream().map(lines::get).toList(), blockSize, Rows.none());
    Split split = Rows.kFold(5, 0.2, seed);

    Map<Integer, Integer> a = deal(split, straight);
    Map<Integer, Integer> b = deal(split, shuffled);

    for (int i = 0; i < lines.size(); i++) {
      assertThat(b.get(i)).isEqualTo(a.get(order.get(i)));
    }
  }

  @Test
  void testShareIsExactAndEveryOtherRowIsTestedOnce() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(700, 232)), 100, Rows.none());

    Map<Integer, Integer> part = deal(Rows.kFold(10, 0.2, 1), blocks);

    assertThat(part.values().stream().filter(p -> p == Folds.TEST)).hasSize(186);
    assertThat(part.values().stream().filter(p -> p >= 0)).hasSize(746);
    assertThat(spread(count(part.values(), 10))).isLessThanOrEqualTo(1);
  }

  @Test
  void anotherSeedDealsOtherFoldsAndTheSameSeedTheSame() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(100)), 100, Rows.none());

    assertThat(deal(Rows.kFold(5, 0.2, 1), blocks)).isEqualTo(deal(Rows.kFold(5, 0.2, 1), blocks));
    assertThat(deal(Rows.kFold(5, 0.2, 1), blocks))
        .isNotEqualTo(deal(Rows.kFold(5, 0.2, 2), blocks));
  }

  @Test
  void repeatsCutTheSameTrainingRowsAnew() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(60)), 60, Rows.none());
    Split one = Rows.kFold(5, 0.2, 3);
    Split three =
        new Split(
            one.test(),
            one.scheme(),
            one.seed(),
            3,
            one.stratify(),
            one.group(),
            one.duplicates(),
            one.orderBy(),
            one.foldColumn());

    Folds folds = Dealer.deal(three, Task.CLASSIFICATION, Rows.census(blocks));

    assertThat(folds.repeats()).isEqualTo(3);
    assertThat(Rows.parts(folds, blocks, 1)).isNotEqualTo(Rows.parts(folds, blocks, 0));
    for (int r = 0; r < 3; r++) {
      assertThat(tested(Rows.parts(folds, blocks, r)))
          .isEqualTo(tested(Rows.parts(folds, blocks, 0)));
    }
  }

  @Test
  void identicalRowsStayTogetherUnlessAskedApart() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.addAll(Collections.nCopies(3, new Line(i, "a", "g", i)));
    }
    List<Block> blocks = Rows.blocks(lines, 7, Rows.none());
    Split together = Rows.kFold(4, 0, 5);
    Split apart = Rows.with(together, List.of(), Split.Duplicates.APART, null);

    Map<Integer, Integer> tied = deal(together, blocks);
    Map<Integer, Integer> free = deal(apart, blocks);

    int straddling = 0;
    for (int i = 0; i < lines.size(); i += 3) {
      assertThat(List.of(tied.get(i + 1), tied.get(i + 2))).containsOnly(tied.get(i));
      straddling +=
          new HashSet<>(List.of(free.get(i), free.get(i + 1), free.get(i + 2))).size() > 1 ? 1 : 0;
    }
    assertThat(straddling).isGreaterThan(20);
    assertThat(count(free.values(), 4)).containsOnly(30);
  }

  @Test
  void copiesKeptApartGetTheSameFoldsInAnyOrder() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.addAll(Collections.nCopies(2 + i % 3, new Line(i, "a", "g", i)));
    }
    List<Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(4));
    Split apart = Rows.with(Rows.kFold(4, 0, 5), List.of(), Split.Duplicates.APART, null);

    assertThat(foldsByX(apart, shuffled, 7)).isEqualTo(foldsByX(apart, lines, 100));
  }

  @Property
  void groupsNeverStraddleAndAreBalanced(
      @ForAll @IntRange(min = 2, max = 6) int k, @ForAll @IntRange(min = 6, max = 30) int groups) {
    Random random = new Random(31L * k + groups);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int group = i < groups ? i : random.nextInt(groups);
      lines.add(new Line(i, "class" + random.nextInt(2), "group" + group, i));
    }
    List<Block> blocks = Rows.blocks(lines, 50, EnumSet.of(Extra.GROUP));
    Split split = Rows.with(Rows.kFold(k, 0, 9), List.of("group"), Split.Duplicates.TOGETHER, null);

    Map<Integer, Integer> part = deal(split, blocks);

    Map<String, Integer> partOf = new HashMap<>();
    part.forEach(
        (row, p) -> {
          Integer before = partOf.putIfAbsent(lines.get(row).group(), p);
          assertThat(before == null || before.equals(p)).isTrue();
        });
    assertThat(spread(count(partOf.values(), k))).isLessThanOrEqualTo(1);
  }

  @Test
  void groupsThatShareAnIdenticalRowAreOne() {
    List<Line> lines = new ArrayList<>();
    for (int g = 0; g < 30; g++) {
      lines.add(new Line(g, "a", "group" + g, 0));
      lines.add(new Line((g + 1) % 30 < 10 ? g + 1 : 100 + g, "a", "group" + g, 0));
    }
    List<Block> blocks = Rows.blocks(lines, 11, EnumSet.of(Extra.GROUP));
    Split split = Rows.with(Rows.kFold(3, 0, 9), List.of("group"), Split.Duplicates.TOGETHER, null);

    Map<Integer, Integer> part = deal(split, blocks);

    Set<Integer> chained = new HashSet<>();
    for (int row = 0; row < 20; row++) {
      chained.add(part.get(row));
    }
    assertThat(chained).as("groups 0 to 9 hang together through equal rows").hasSize(1);
  }

  @Test
  void orderedFoldsTrainOnThePastOnly() {
    List<Line> lines = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      lines.add(new Line(i, "a", "g", random.nextInt(120)));
    }
    List<Block> blocks = Rows.blocks(lines, 30, EnumSet.of(Extra.ORDER));
    Split split = Rows.with(Rows.kFold(4, 0.2, 9), List.of(), Split.Duplicates.TOGETHER, "time");

    Folds folds = Dealer.deal(split, Task.REGRESSION, Rows.census(blocks));
    Map<Integer, Integer> part = Rows.parts(folds, blocks, 0);

    for (int fold = 0; fold < 4; fold++) {
      int its = fold;
      long firstTested = time(lines, part, p -> p == its).min().orElseThrow();
      long lastTrained = time(lines, part, p -> folds.trains(p, its)).max().orElseThrow();
      assertThat(lastTrained).isLessThan(firstTested);
    }
    assertThat(time(lines, part, p -> p == Folds.TEST).min().orElseThrow())
        .isGreaterThan(time(lines, part, p -> p != Folds.TEST).max().orElseThrow());
    assertThat(part).containsValue(Folds.NEVER);
  }

  @Test
  void anOrderedHoldOutIsTheLatestShareOfTheTrainingRows() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(new Line(i, "a", "g", (i * 7) % 60));
    }
    List<Block> blocks = Rows.blocks(lines, 9, EnumSet.of(Extra.ORDER));
    Split split =
        Rows.with(
            Rows.split(new Split.Scheme.HoldOut(0.25), 0.2, 1),
            List.of(),
            Split.Duplicates.TOGETHER,
            "time");

    Map<Integer, Integer> part =
        Rows.parts(Dealer.deal(split, Task.REGRESSION, Rows.census(blocks)), blocks, 0);

    part.forEach(
        (row, its) -> {
          long time = lines.get(row).time();
          int expected = time >= 48 ? Folds.TEST : time >= 33 ? 0 : Folds.NEVER;
          assertThat(its).isEqualTo(expected);
        });
  }

  @Test
  void holdOutTakesItsShareOfAllRows() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(50, 50)), 100, Rows.none());

    Map<Integer, Integer> part = deal(Rows.split(new Split.Scheme.HoldOut(0.2), 0.2, 1), blocks);

    assertThat(part.values().stream().filter(p -> p == Folds.TEST)).hasSize(20);
    assertThat(part.values().stream().filter(p -> p == 0)).hasSize(20);
    assertThat(part.values().stream().filter(p -> p == Folds.NEVER)).hasSize(60);
  }

  @Test
  void leaveOneOutCountsItsUnits() {
    List<Line> lines = new ArrayList<>(Rows.ofClasses(List.of(10)));
    lines.add(lines.get(0));
    List<Block> blocks = Rows.blocks(lines, 4, Rows.none());

    Folds folds =
        Dealer.deal(
            Rows.split(new Split.Scheme.LeaveOneOut(), 0, 1), Task.REGRESSION, Rows.census(blocks));

    assertThat(folds.leaveOneOut()).isTrue();
    assertThat(folds.models()).isEqualTo(10);
    assertThat(folds.units(blocks.get(0))[0]).isEqualTo(folds.units(blocks.get(2))[2]);
  }

  @Test
  void outOfBagSealsTheTestPartOfTenFoldsAndTestsNoFold() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(50, 30)), 20, Rows.none());
    Split outOfBag = Rows.split(new Split.Scheme.OutOfBag(), 0.2, 1);

    Folds folds = Dealer.deal(outOfBag, Task.CLASSIFICATION, Rows.census(blocks));
    Map<Integer, Integer> part = Rows.parts(folds, blocks, 0);

    assertThat(folds.outOfBag()).isTrue();
    assertThat(folds.leaveOneOut()).isFalse();
    assertThat(folds.folds()).isZero();
    assertThat(folds.models()).isEqualTo(1);
    Map<Integer, Integer> tenFolds = deal(Rows.kFold(10, 0.2, 1), blocks);
    part.forEach(
        (row, p) ->
            assertThat(p).isEqualTo(tenFolds.get(row) == Folds.TEST ? Folds.TEST : Folds.NEVER));
    assertThat(part.values().stream().filter(p -> p == Folds.TEST)).hasSize(16);
  }

  @Test
  void tooFewRowsForTheFoldsIsRefusedWithTheWayOut() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(5)), 5, Rows.none());

    assertThatThrownBy(() -> deal(Rows.kFold(10, 0, 1), blocks))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "split.folds is 10 but only 5 different rows (5 rows in all) can train, so some folds"
                + " would test nothing; use folds <= 5");
  }

  @Test
  void aTestShareThatIsNoRowIsRefused() {
    List<Block> blocks = Rows.blocks(Rows.ofClasses(List.of(20)), 5, Rows.none());

    assertThatThrownBy(() -> deal(Rows.kFold(2, 0.01, 1), blocks))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("split.test is 0.01, which of 20 different rows")
        .hasMessageContaining("is none");
  }

  private static Map<Integer, Integer> deal(Split split, List<Block> blocks) {
    return Rows.parts(Dealer.deal(split, Task.CLASSIFICATION, Rows.census(blocks)), blocks, 0);
  }

  private static Map<Double, List<Integer>> foldsByX(Split split, List<Line> lines, int size) {
    Map<Double, List<Integer>> byX = new TreeMap<>();
    deal(split, Rows.blocks(lines, size, Rows.none()))
        .forEach((i, p) -> byX.computeIfAbsent(lines.get(i).x(), x -> new ArrayList<>()).add(p));
    byX.values().forEach(Collections::sort);
    return byX;
  }

  private static LongStream time(List<Line> lines, Map<Integer, Integer> part, IntPredicate which) {
    return part.entrySet().stream()
        .filter(e -> which.test(e.getValue()))
        .mapToLong(e -> lines.get(e.getKey()).time());
  }

  private static Set<Integer> tested(Map<Integer, Integer> part) {
    Set<Integer> rows = new HashSet<>();
    part.forEach((row, p) -> rows.add(p >= 0 ? row : -1));
    return rows;
  }

  private static int[] count(Iterable<Integer> parts, int k) {
    int[] count = new int[k];
    for (int part : parts) {
      if (part >= 0) {
        count[part]++;
      }
    }
    return count;
  }

  private static int spread(int[] counts) {
    return Arrays.stream(counts).max().orElse(0) - Arrays.stream(counts).min().orElse(0);
  }
}
