package tenfold.core.sweep;

import java.util.List;
import tenfold.core.data.Task;
import tenfold.core.metric.Metric;

/**
 * How the winner is picked: the settings under {@code select}.
 *
 * @param by {@code j} or a metric's name, written with underscores
 * @param rule best, or the simplest within one standard error of the best
 */
public record Choice(String by, Rule rule) {

  private static final List<Metric> REGRESSION =
      List.of(Metric.J, Metric.RMSE, Metric.MAE, Metric.R2);
  private static final List<Metric> CLASSIFICATION =
      List.of(
          Metric.J,
          Metric.ACCURACY,
          Metric.PRECISION,
          Metric.RECALL,
          Metric.F1,
          Metric.LOG_LOSS,
          Metric.ROC_AUC,
          Metric.PR_AUC);
  private static final List<Metric> LABELS = List.of(Metric.J, Metric.ACCURACY, Metric.LOG_LOSS);

  /** Whether they are chosen by an area under a curve, which takes all rows of a fold at once. */
  public boolean area() {
    return by.equals(Metric.ROC_AUC.key()) || by.equals(Metric.PR_AUC.key());
  }

  /** What candidates of a task can be chosen by. */
  public static List<String> metrics(Task task) {
    return keys(task == Task.REGRESSION ? REGRESSION : CLASSIFICATION);
  }

  /** What candidates can be chosen by where several labels are predicted at once. */
  public static List<String> metricsOfLabels() {
    return keys(LABELS);
  }

  private static List<String> keys(List<Metric> metrics) {
    return metrics.stream().map(Metric::key).toList();
  }

  /** Which of the good candidates wins. */
  public enum Rule {
    BEST("best"),
    ONE_STANDARD_ERROR("one-standard-error");

    private final String key;

    Rule(String key) {
      this.key = key;
    }

    /** Its name in configurations and reports. */
    public String key() {
      return key;
    }
  }
}
