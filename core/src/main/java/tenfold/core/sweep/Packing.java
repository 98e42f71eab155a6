package tenfold.core.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lays out pieces as tasks of like length, the longest first. It moves work and changes no result.
 *
 * <p>Groups stay whole while that keeps the slots busy to the end: each goes to the shortest task
 * so far, the costliest first (Graham, "Bounds on multiprocessing timing anomalies", SIAM Journal
 * on Applied Mathematics, 1969). Where that would take longer than {@value #SLACK} times an even
 * share, all pieces are laid end to end and cut into equal lengths (McNaughton, "Scheduling with
 * deadlines and loss functions", Management Science, 1959), which cuts fewer groups than there are
 * tasks.
 */
public final class Packing {

  private static final double SLACK = 1.1;

  /** Tasks for each slot where groups differ in cost, so that wrong estimates even out. */
  private static final int UNEVEN = 4;

  private Packing() {}

  /**
   * Neighbouring pieces of one group.
   *
   * @param from the first piece
   * @param to one past the last
   */
  public record Run(int group, int from, int to) implements Serializable {

    /** The pieces by their numbers, from 1: "1–16", or "7". */
    public String range() {
      return to - from == 1 ? Integer.toString(to) : "%d–%d".formatted(from + 1, to);
    }
  }

  /** What one thread works, run by run. */
  public record Task(List<Run> runs) implements Serializable {

    public Task {
      runs = List.copyOf(runs);
    }
  }

  /** Returns tasks for {@code slots} slots in which every piece is once; none of them is empty. */
  public static List<Task> of(Pieces<?, ?, ?> work, int slots) {
    boolean even = IntStream.range(0, work.groups()).mapToDouble(work::cost).distinct().count() < 2;
    int tasks = even ? slots : UNEVEN * slots;
    List<Task> whole = whole(work, tasks);
    double length = length(work, whole, slots);
    double total = IntStream.range(0, work.groups()).mapToDouble(g -> groupCost(work, g)).sum();
    if (length <= SLACK * total / slots) {
      return whole;
    }
    List<Task> cut = cut(work, tasks, total);
    return length(work, cut, slots) < length ? cut : whole;
  }

  /** Returns what part of all work the busiest of {@code slots} slots does: at best 1 / slots. */
  public static double share(Pieces<?, ?, ?> work, int slots) {
    double total = IntStream.range(0, work.groups()).mapToDouble(g -> groupCost(work, g)).sum();
    return length(work, of(work, slots), slots) / total;
  }

  private static List<Task> whole(Pieces<?, ?, ?> work, int tasks) {
    List<Run> groups =
        IntStream.range(0, work.groups()).mapToObj(g -> new Run(g, 0, work.pieces(g))).toList();
    List<List<Run>> bins = dealt(groups, run -> cost(work, run), tasks);
    return longestFirst(work, bins);
  }

  /** Each task takes the pieces whose middle falls into its length. */
  private static List<Task> cut(Pieces<?, ?, ?> work, int tasks, double total) {
    TreeMap<Integer, List<Run>> bins = new TreeMap<>();
    double before = 0;
    for (int g = 0; g < work.groups(); g++) {
      int from = 0;
      for (int piece = 1; piece <= work.pieces(g); piece++) {
        int task = task(before + (piece - 0.5) * work.cost(g), tasks, total);
        boolean last = piece == work.pieces(g);
        if (last || task(before + (piece + 0.5) * work.cost(g), tasks, total) > task) {
          bins.computeIfAbsent(task, t -> new ArrayList<>()).add(new Run(g, from, piece));
          from = piece;
        }
      }
      before += groupCost(work, g);
    }
    return longestFirst(work, List.copyOf(bins.values()));
  }

  private static int task(double middle, int tasks, double total) {
    return (int) Math.min(tasks - 1, Math.floor(middle / total * tasks));
  }

  private static List<Task> longestFirst(Pieces<?, ?, ?> work, List<List<Run>> bins) {
    return bins.stream()
        .filter(bin -> !bin.isEmpty())
        .map(Task::new)
        .sorted(Comparator.comparingDouble(task -> -cost(work, task)))
        .toList();
  }

  /** How long the tasks take on {@code slots} slots. */
  private static double length(Pieces<?, ?, ?> work, List<Task> tasks, int slots) {
    return dealt(tasks, task -> cost(work, task), slots).stream()
        .mapToDouble(slot -> slot.stream().mapToDouble(task -> cost(work, task)).sum())
        .max()
        .orElse(0);
  }

  private record Bin<T>(int number, List<T> items, double cost) {}

  /** Deals items, the costliest first, each to the bin that costs least so far. */
  private static <T> List<List<T>> dealt(List<T> items, ToDoubleFunction<T> cost, int bins) {
    PriorityQueue<Bin<T>> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Bin<T> bin) -> bin.cost()).thenComparing(Bin::number));
    List<List<T>> out = new ArrayList<>();
    for (int b = 0; b < Math.min(bins, items.size()); b++) {
      out.add(new ArrayList<>());
      open.add(new Bin<>(b, out.get(b), 0));
    }
    items.stream()
        .sorted(Comparator.comparingDouble(item -> -cost.applyAsDouble(item)))
        .forEach(
            item -> {
              Bin<T> bin = open.remove();
              bin.items().add(item);
              open.add(new Bin<>(bin.number(), bin.items(), bin.cost() + cost.applyAsDouble(item)));
            });
    return out;
  }

  /** What a task costs, in the unit of {@link Pieces#cost}. */
  public static double cost(Pieces<?, ?, ?> work, Task task) {
    return task.runs().stream().mapToDouble(run -> cost(work, run)).sum();
  }

  private static double cost(Pieces<?, ?, ?> work, Run run) {
    return (run.to() - run.from()) * work.cost(run.group());
  }

  private static double groupCost(Pieces<?, ?, ?> work, int group) {
    return work.pieces(group) * work.cost(group);
  }
}
