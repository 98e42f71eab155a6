package tenfold.jobs.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Diverged;
import tenfold.core.learn.network.Mean;
import tenfold.core.learn.network.Share;
import tenfold.core.learn.network.Span;
import tenfold.core.learn.network.State;
import tenfold.core.learn.network.Turn;
import tenfold.core.learn.network.Worker;
import tenfold.jobs.spark.Gpu;
import tenfold.jobs.spark.Jobs;

/**
 * Leads workers whose rows stay where they are. A round is one job: the state goes out, each worker
 * trains on its next batches, and the mean of their states by rows comes back. Means are added up
 * in the order of the workers, so that a training of so many workers has the same bytes wherever
 * and whenever it runs.
 */
final class Resident implements Master {

  private final Shares shares;
  private final int frequency;
  private final int depth;
  private final String training = UUID.randomUUID().toString();
  private final int batches; // of an epoch

  /**
   * A master.
   *
   * @param frequency batches of a round
   * @param depth levels in which means are added up
   */
  Resident(Shares shares, int frequency, int depth) {
    this.shares = shares;
    this.frequency = frequency;
    this.depth = depth;
    batches = batches(shares.course(), shares.workers());
  }

  /**
   * Batches of an epoch of each worker: as few as their size allows, but none without rows where
   * some worker has one row less.
   */
  static int batches(Course course, int workers) {
    long least = course.rows() / workers;
    long most = (course.rows() + workers - 1) / workers;
    return (int) Math.min(least, (most + course.batch() - 1) / course.batch());
  }

  @Override
  public State epoch(State from, int epoch) {
    State state = from;
    for (int first = 0; first < batches; first += frequency) {
      int end = Math.min(batches, first + frequency);
      state = round(state, new Span(epoch, batches, first, end));
    }
    return state;
  }

  /** What one worker came to: its turn, or why there is none. */
  private record Answer(int worker, Turn turn, String diverged) implements Serializable {}

  /** What some neighbours came to: their mean, or why there is none. */
  private record Sum(int first, Mean mean, String diverged) implements Serializable {

    static Sum of(List<Answer> answers) {
      Mean mean = new Mean();
      String diverged = null;
      for (Answer answer : answers) {
        if (answer.diverged() == null) {
          mean.add(answer.turn());
        } else if (diverged == null) {
          diverged = answer.diverged();
        }
      }
      return new Sum(answers.get(0).worker(), mean, diverged);
    }

    static Sum ofSums(List<Sum> sums) {
      Mean mean = new Mean();
      String diverged = null;
      for (Sum sum : sums) {
        mean.merge(sum.mean());
        diverged = diverged == null ? sum.diverged() : diverged;
      }
      return new Sum(sums.get(0).first(), mean, diverged);
    }
  }

  private State round(State from, Span span) {
    Sum sum = sum(answers(from, span));
    if (sum.diverged() != null) {
      throw new Diverged(sum.diverged());
    }
    return sum.mean().state();
  }

  /**
   * The state goes with the task, which Spark broadcasts anyway: a broadcast of its own would cost
   * each round the same again.
   */
  private JavaRDD<Answer> answers(State from, Span span) {
    Broadcast<Course> course = shares.shared();
    String its = training;
    return shares
        .rdd()
        .mapPartitionsWithIndex(
            (w, part) ->
                Stream.of(
                        Gpu.withOwn(
                            () -> answer(new Pool.Place(its, w), course.value(), part, from, span)))
                    .iterator(),
            true);
  }

  private static Answer answer(
      Pool.Place place, Course course, Iterator<Share> part, State from, Span span) {
    Share share = part.next();
    Worker worker = Pool.take(place, () -> course.worker(place.worker(), share));
    try {
      Turn turn = worker.turn(from, span);
      Pool.rest(place, worker);
      return new Answer(place.worker(), turn, null);
    } catch (Diverged e) {
      worker.close();
      return new Answer(
          place.worker(), null, "worker %d: %s".formatted(place.worker() + 1, e.getMessage()));
    }
  }

  /**
   * Adds up, level by level; at every one as many neighbours as the last has left to the driver.
   */
  private Sum sum(JavaRDD<Answer> answers) {
    int left = shares.workers();
    int fan = (int) Math.ceil(Math.pow(left, 1.0 / depth) - 1e-9);
    if (depth == 1 || fan < 2 || left <= fan) {
      return Sum.of(answers.collect());
    }
    JavaRDD<Sum> sums = null;
    for (int level = 1; level < depth && left > fan; level++) {
      int width = fan;
      int span = (int) Math.pow(fan, level);
      left = (left + fan - 1) / fan;
      HashPartitioner groups = new HashPartitioner(left);
      sums =
          sums == null
              ? answers
                  .mapToPair(a -> new Tuple2<>(a.worker() / width, a))
                  .groupByKey(groups)
                  .map(g -> Sum.of(sorted(g._2(), Comparator.comparingInt(Answer::worker))))
              : sums.mapToPair(s -> new Tuple2<>(s.first() / span, s))
                  .groupByKey(groups)
                  .map(g -> Sum.ofSums(sorted(g._2(), Comparator.comparingInt(Sum::first))));
    }
    return Sum.ofSums(sorted(sums.collect(), Comparator.comparingInt(Sum::first)));
  }

  private static <T> List<T> sorted(Iterable<T> arrived, Comparator<T> order) {
    List<T> out = new ArrayList<>();
    arrived.forEach(out::add);
    out.sort(order);
    return out;
  }

  @Override
  public void close() {
    String its = training;
    Jobs.of(
        shares.rdd().context(),
        "averaging: letting workers go",
        () -> {
          shares.rdd().foreachPartition(part -> Pool.close(its));
          return null;
        });
  }
}
