package tenfold.jobs.spark;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long the tasks of a job will still take, by what each was thought to cost and how long those
 * took that have ended. What is left goes to as many tasks at a time as were seen at once, and not
 * faster than the longest that is left. A task that takes longer than was thought is taken to be
 * nine tenths done.
 */
final class Outlook {

  private static final double OVERDUE = 0.1;

  private final double[] cost;
  private final BitSet ended = new BitSet();
  private final Map<Long, Running> running = new HashMap<>();
  private int slots;
  private double costEnded;
  private double secondsEnded;

  private record Running(int task, double since) {}

  /**
   * Nothing has begun.
   *
   * @param cost of each task, in any unit
   */
  Outlook(double[] cost) {
    this.cost = cost.clone();
  }

  /**
   * An attempt at a task begins.
   *
   * @param now in seconds
   */
  void begins(long attempt, int task, double now) {
    running.put(attempt, new Running(task, now));
    slots = Math.max(slots, running.size());
  }

  /** An attempt ends, and the task with it. */
  void ends(long attempt, double now) {
    Running its = running.remove(attempt);
    if (its != null && !ended.get(its.task())) {
      ended.set(its.task());
      costEnded += cost[its.task()];
      secondsEnded += now - its.since();
    }
  }

  /** An attempt fails; the task is tried again. */
  void fails(long attempt) {
    running.remove(attempt);
  }

  /** How many tasks there are. */
  int tasks() {
    return cost.length;
  }

  /** How many of them have ended. */
  int ended() {
    return ended.cardinality();
  }

  /** Seconds that are left; empty while there is nothing to go by. */
  OptionalDouble left(double now) {
    if (!(costEnded > 0)) {
      return OptionalDouble.empty();
    }
    double each = secondsEnded / costEnded;
    double[] left = new double[cost.length];
    for (int task = 0; task < cost.length; task++) {
      left[task] = ended.get(task) ? 0 : cost[task] * each;
    }
    for (Running its : running.values()) {
      if (!ended.get(its.task())) {
        double already = now - its.since();
        left[its.task()] = Math.max(cost[its.task()] * each - already, OVERDUE * already);
      }
    }
    double all = 0;
    double longest = 0;
    for (double seconds : left) {
      all += seconds;
      longest = Math.max(longest, seconds);
    }
    return OptionalDouble.of(Math.max(longest, all / slots));
  }
}
