package tenfold.core.conf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;
import tenfold.core.sweep.Choice;

/** Reads {@code select}. */
final class SelectBlock {

  private SelectBlock() {}

  /**
   * Reads the block.
   *
   * @param data what is to be predicted; where it leaves the task open the metrics of either pass
   */
  static Choice read(Section block, DataSettings data) {
    return new Choice(
        block.read(
            "by", s -> data.targets().size() > 1 ? metricOfLabels(s) : metric(s, data.task()), "j"),
        block.read("rule", s -> s.word(Choice.Rule.class), Choice.Rule.BEST));
  }

  private static String metricOfLabels(Setting setting) {
    List<String> allowed = Choice.metricsOfLabels();
    String metric = metric(setting, Optional.of(Task.CLASSIFICATION));
    if (!allowed.contains(metric)) {
      throw setting.error(
          "is %s, which is of one target, but data.target names several labels; use %s"
              .formatted(metric, Words.or(allowed)));
    }
    return metric;
  }

  private static String metric(Setting setting, Optional<Task> task) {
    List<String> all =
        Stream.of(Task.values()).flatMap(t -> Choice.metrics(t).stream()).distinct().toList();
    List<String> allowed = task.map(Choice::metrics).orElse(all);
    String use = Words.or(allowed);
    String metric = setting.text(use).replace('-', '_');
    if (!all.contains(metric)) {
      throw setting.wrong(use);
    }
    if (!allowed.contains(metric)) {
      throw setting.error(
          "is %s, but data.task is %s, which has no such metric; use %s"
              .formatted(metric, Words.of(task.orElseThrow()), use));
    }
    return metric;
  }
}
