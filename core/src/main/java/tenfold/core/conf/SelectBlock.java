package tenfold.core.conf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.core.data.Task;
import tenfold.core.sweep.Choice;

/** Reads {@code select}. */
final class SelectBlock {

  private SelectBlock() {}

  /**
   * Reads the block.
   *
   * @param task what is to be predicted, where the configuration says it; otherwise the metrics of
   *     either task pass
   */
  static Choice read(Section block, Optional<Task> task) {
    return new Choice(
        block.read("by", setting -> metric(setting, task), "j"),
        block.read("rule", s -> s.word(Choice.Rule.class), Choice.Rule.BEST));
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
