package tenfold.core.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.fold.Split.Scheme;
import tenfold.core.seed.Seed;

/**
 * Deals rows to the test part and to folds.
 *
 * <p>Units (rows, or what must leave together) are ranked by a keyed hash, class by class, and the
 * ranking is cut into consecutive stretches. Ranks are exact, so parts differ by at most one unit;
 * classes share one cycle of the units left over, so that does not add up over classes. Only the
 * cuts are kept: which part a row is in follows from its own content and a few numbers, whatever
 * the partitioning.
 */
public final class Dealer {

  private final Split split;
  private final Census census;
  private final boolean stratified;

  private Dealer(Split split, Task task, Census census) {
    this.split = split;
    this.census = census;
    // A number has no classes to share out, so there the setting means nothing.
    this.stratified = task == Task.CLASSIFICATION && split.stratify().orElse(true);
  }

  /** Returns the part of every row of the data that {@code census} counted. */
  public static Folds deal(Split split, Task task, Census census) {
    if (split.foldColumn().isPresent()) {
      return given(split, census);
    }
    Dealer dealer = new Dealer(split, task, census);
    return split.orderBy().isPresent() ? dealer.byTime() : dealer.byHash();
  }

  private static Folds given(Split split, Census census) {
    String column = split.foldColumn().orElseThrow();
    boolean sealed =
        census.parts().stream().flatMapToInt(p -> Arrays.stream(p.fold())).anyMatch(f -> f == -1);
    if (sealed && split.test() instanceof Split.Test.File file) {
      throw new DataException(
          "split.fold-column '%s' seals rows for the test by -1 and split.test names %s; use one of the two"
              .formatted(column, file.path()));
    }
    int max = census.parts().stream().flatMapToInt(p -> Arrays.stream(p.fold())).max().orElse(-1);
    if (max < 1) {
      throw new DataException(
          "split.fold-column '%s' names %s; give at least folds 0 and 1, so that each has rows to train on"
              .formatted(column, max < 0 ? "no fold" : "fold 0 only"));
    }
    return new GivenFolds(max + 1);
  }

  private Folds byTime() {
    long[] times =
        census.parts().stream().flatMapToLong(p -> Arrays.stream(p.order())).sorted().toArray();
    int n = times.length;
    int test = (int) Math.round(testShare() * n);
    int[] ends = ends(n, n - test);
    List<Long> last = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int stretch = 0;
    for (int i = 0; i < n; i++) {
      while (stretch < ends.length && i >= ends[stretch]) {
        stretch++;
      }
      if (i > 0 && times[i] == times[i - 1]) {
        continue; // rows of one time stay in one part, that of the first of them
      }
      int its = stretch == ends.length ? Folds.TEST : stretch == 0 ? Folds.NEVER : stretch - 1;
      if (part.isEmpty() || part.get(part.size() - 1) != its) {
        part.add(its);
        last.add(times[i]);
      }
      last.set(last.size() - 1, times[i]);
    }
    int needed = ends.length + (test > 0 ? 1 : 0);
    if (part.size() < needed) {
      throw new DataException(
          ("split.folds is %d but the %d rows have too few different times in '%s' to fill %d"
                  + " stretches one after another (%d stay empty); use fewer folds")
              .formatted(folds(), n, split.orderBy().orElseThrow(), needed, needed - part.size()));
    }
    return new OrderedFolds(
        folds(),
        new Cuts(
            last.stream().mapToLong(Long::longValue).toArray(),
            part.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Where the stretch that is never tested and each fold end among the training rows in time. */
  private int[] ends(int all, int training) {
    if (split.scheme() instanceof Scheme.HoldOut holdOut) {
      return new int[] {training - (int) Math.round(holdOut.share() * all), training};
    }
    int stretches = folds() + 1;
    return IntStream.rangeClosed(1, stretches)
        .map(b -> (int) ((long) training * b / stretches))
        .toArray();
  }

  private Folds byHash() {
    Units units = Ties.of(census, !split.group().isEmpty(), split.duplicates());
    Roll roll = Roll.call(census, units, stratified);
    Seed seed = split.seed();
    int test = share("split.test", testShare(), roll.size());
    Map<Long, int[]> testSizes = shares(roll.classes(), roll.size(), test);
    Map<Long, Cuts> testCuts = new LinkedHashMap<>();
    Map<Long, long[]> training = new LinkedHashMap<>();
    roll.classes()
        .forEach(
            (c, all) -> {
              Seed stream = DealtFolds.testStream(seed);
              Cuts cuts = Cuts.of(ranks(all, stream), testSizes.get(c), new int[] {Folds.TEST, 0});
              testCuts.put(c, cuts);
              training.put(
                  c,
                  Arrays.stream(all).filter(u -> cuts.of(stream.bits(u)) != Folds.TEST).toArray());
            });
    check(roll.size() - test);
    List<Map<Long, Cuts>> parts = new ArrayList<>();
    for (int repeat = 0; repeat < split.repeats(); repeat++) {
      parts.add(parts(training, roll.size(), DealtFolds.foldStream(seed, repeat)));
    }
    boolean leaveOneOut = split.scheme() instanceof Scheme.LeaveOneOut;
    return new DealtFolds(
        folds(),
        leaveOneOut ? roll.size() - test : Math.max(1, folds()),
        leaveOneOut,
        seed,
        units,
        stratified,
        roll.mixed(),
        testCuts,
        parts);
  }

  /** Cuts the training units of every class into the scheme's parts. */
  private Map<Long, Cuts> parts(Map<Long, long[]> training, int all, Seed stream) {
    Map<Long, int[]> sizes = new LinkedHashMap<>();
    int[] part;
    if (split.scheme() instanceof Scheme.HoldOut holdOut) {
      int total = training.values().stream().mapToInt(u -> u.length).sum();
      sizes = shares(training, total, share("split.cv", holdOut.share(), all));
      part = new int[] {0, Folds.NEVER};
    } else if (split.scheme() instanceof Scheme.OutOfBag) {
      for (Map.Entry<Long, long[]> one : training.entrySet()) {
        sizes.put(one.getKey(), new int[] {one.getValue().length});
      }
      part = new int[] {Folds.NEVER};
    } else {
      part = IntStream.range(0, folds()).toArray();
      int next = 0;
      for (Map.Entry<Long, long[]> one : training.entrySet()) {
        int[] size = new int[folds()];
        Arrays.fill(size, one.getValue().length / folds());
        for (int left = one.getValue().length % folds(); left > 0; left--) {
          size[next]++;
          next = (next + 1) % folds(); // the next class goes on where this one stopped
        }
        sizes.put(one.getKey(), size);
      }
    }
    Map<Long, Cuts> cuts = new LinkedHashMap<>();
    for (Map.Entry<Long, long[]> one : training.entrySet()) {
      cuts.put(one.getKey(), Cuts.of(ranks(one.getValue(), stream), sizes.get(one.getKey()), part));
    }
    return cuts;
  }

  /**
   * For each class (how many are taken, how many stay), the taken in proportion and {@code taken}
   * in all.
   */
  private static Map<Long, int[]> shares(Map<Long, long[]> classes, int total, int taken) {
    Map<Long, int[]> sizes = new LinkedHashMap<>();
    long before = 0;
    for (Map.Entry<Long, long[]> one : classes.entrySet()) {
      long after = before + one.getValue().length;
      int its =
          (int)
              (Math.round((double) taken * after / total)
                  - Math.round((double) taken * before / total));
      sizes.put(one.getKey(), new int[] {its, one.getValue().length - its});
      before = after;
    }
    return sizes;
  }

  private static long[] ranks(long[] units, Seed stream) {
    return Arrays.stream(units).map(stream::bits).sorted().toArray();
  }

  private int share(String key, double share, int units) {
    int taken = (int) Math.round(share * units);
    if (share > 0 && (taken == 0 || taken >= units)) {
      throw new DataException(
          "%s is %s, which of %s is %s; use a share that leaves some on both sides"
              .formatted(key, share, counted(units), taken == 0 ? "none" : "all"));
    }
    return taken;
  }

  private void check(int training) {
    int needed = split.scheme() instanceof Scheme.KFold k ? k.k() : 2;
    if (training < needed) {
      throw new DataException(
          "split.folds is %s but only %s can train, so some folds would test nothing%s"
              .formatted(
                  split.scheme() instanceof Scheme.KFold
                      ? needed
                      : "leave-one-out, out-of-bag or a hold-out",
                  counted(training),
                  training >= 2 ? "; use folds <= " + training : "; more data are needed"));
    }
  }

  private String counted(int units) {
    String what =
        !split.group().isEmpty()
            ? "group"
            : split.duplicates() == Split.Duplicates.TOGETHER ? "different row" : "row";
    return "%d %s%s (%d rows in all)".formatted(units, what, units == 1 ? "" : "s", census.rows());
  }

  private int folds() {
    if (split.scheme() instanceof Scheme.OutOfBag) {
      return 0;
    }
    return split.scheme() instanceof Scheme.KFold k ? k.k() : 1;
  }

  private double testShare() {
    return split.test() instanceof Split.Test.Share share ? share.share() : 0;
  }
}
