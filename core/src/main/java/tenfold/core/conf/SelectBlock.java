package tenfold.core.conf;

import java.util.List;
import tenfold.core.sweep.Choice;

/** Reads {@code select}. */
final class SelectBlock {

  private static final List<String> REGRESSION = List.of("j", "rmse", "mae", "r2");
  private static final List<String> CLASSIFICATION =
      List.of("log_loss", "accuracy", "precision", "recall", "f1", "roc_auc", "pr_auc");

  private SelectBlock() {}

  static Choice read(Section block) {
    return new Choice(
        block.read("by", SelectBlock::metric, "j"),
        block.read("rule", s -> s.word(Choice.Rule.class), Choice.Rule.BEST));
  }

  private static String metric(Setting setting) {
    String use = Words.or(REGRESSION);
    String metric = setting.text(use).replace('-', '_');
    if (CLASSIFICATION.contains(metric)) {
      throw setting.error(
          "is %s, a metric of classification, and ridge predicts numbers; use %s"
              .formatted(metric, use));
    }
    if (!REGRESSION.contains(metric)) {
      throw setting.wrong(use);
    }
    return metric;
  }
}
