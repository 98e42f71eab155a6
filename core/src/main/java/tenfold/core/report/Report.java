package tenfold.core.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Contender;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;

/**
 * All that a finished run found.
 *
 * @param name the experiment's name
 * @param task {@code regression} or {@code classification}
 * @param rows how many rows did what
 * @param folds folds in one repeat; under leave-one-out as many as rows or groups leave; 0 out of
 *     bag
 * @param features encoded columns
 * @param results every candidate, in the order of the grid
 * @param ranking the finished ones from best to worst
 * @param winner the chosen one
 * @param choice how it was chosen
 * @param test how it did on the sealed part; empty where there is none
 * @param tree the winner, where it is one tree
 * @param importance of the features to the winner, largest first; empty where it is not known
 * @param contest the winner, then the best of each other family; empty where there is one family
 * @param classes their names, of several labels two for each; empty for a regression
 * @param labels their names; empty where there is one target
 * @param byClass how the winner did on each class, or on each of several labels, on rows held out
 * @param baseline what to hold the scores against
 * @param cost what the run took
 */
public record Report(
    String name,
    String task,
    Rows rows,
    long folds,
    int features,
    List<Result> results,
    List<Result> ranking,
    Result winner,
    Choice choice,
    Optional<TestScore> test,
    Optional<TreeNode> tree,
    List<Importance> importance,
    List<Contender> contest,
    List<String> classes,
    List<String> labels,
    List<ByClass> byClass,
    Baseline baseline,
    Spent cost) {

  public Report {
    results = List.copyOf(results);
    ranking = List.copyOf(ranking);
    importance =
        importance.stream()
            .sorted(Comparator.comparingDouble(Importance::share).reversed())
            .toList();
    contest = List.copyOf(contest);
    classes = List.copyOf(classes);
    labels = List.copyOf(labels);
    byClass = List.copyOf(byClass);
  }

  /** What {@link #byClass} is of. */
  List<String> parts() {
    return labels.isEmpty() ? classes : labels;
  }

  /** The candidates that failed. */
  public List<Result> failed() {
    return results.stream().filter(r -> r.outcome() instanceof Outcome.Failed).toList();
  }

  /** Rows of the training and of the sealed test part. */
  public record Rows(long train, long test) {}

  /**
   * The winner on the test part.
   *
   * @param j J on it
   * @param metrics scores on it by name
   * @param byClass precision, recall and f1 of each class, of a label j too; empty for a regression
   * @param openings how often these rows have been used for a test, this time included
   */
  public record TestScore(
      double j, Map<String, Double> metrics, List<Map<String, Double>> byClass, int openings) {
    public TestScore {
      metrics = Map.copyOf(metrics);
      byClass = List.copyOf(byClass);
    }
  }

  /** A J to compare with, and whose it is. */
  public record Baseline(double j, String source) {}

  /**
   * What the run took.
   *
   * @param models models whose scores are reported: candidates times folds and repeats
   * @param fits fits that answered them
   * @param passes passes over the data
   * @param seconds wall time by phase, in the order of the phases
   * @param tasks of the cluster by what they did, the longest first; empty where nobody measured
   */
  public record Spent(
      long models, long fits, int passes, Map<String, Double> seconds, List<Tasks> tasks) {}

  /**
   * Tasks that did one kind of work.
   *
   * @param work what they did
   * @param count how many there were, those that were tried again too
   * @param seconds for which executors were at them
   * @param processor seconds of that on a processor
   * @param bytes that they read, exchanged and answered with
   */
  public record Tasks(String work, int count, double seconds, double processor, long bytes) {}
}
