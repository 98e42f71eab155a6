package tenfold.core.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.learn.network.NetworkGrid;

/** Reads what is to be predicted, and refuses what does not go with several labels. */
final class Targets {

  private static final String USE = "the name of a column in quotes, or a list of labels";

  private Targets() {}

  /** The columns to predict: one, or several labels. */
  static List<String> read(Section block) {
    List<String> out = new ArrayList<>();
    block.required(
        "target",
        setting -> {
          out.addAll(columns(setting));
          return out.size() == 1 ? out.get(0) : out; // a list of one is the one
        },
        "the column to predict");
    return out;
  }

  private static List<String> columns(Setting setting) {
    List<String> columns = Lists.texts(setting, USE);
    if (columns.isEmpty()) {
      throw setting.wrong(USE);
    }
    return columns;
  }

  /** The task, where it is known without the data. */
  static Optional<Task> task(Section block, List<String> targets) {
    Optional<Task> task = block.optional("task", s -> s.word(Task.class));
    if (targets.size() == 1) {
      return task;
    }
    if (task.equals(Optional.of(Task.REGRESSION))) {
      throw block.error(
          "task",
          "is regression, but data.target names several columns, which must be labels of two classes each; name one column, or leave the task out");
    }
    return Optional.of(Task.CLASSIFICATION);
  }

  /** The positive class of one target. */
  static Optional<String> positive(Section block, List<String> targets) {
    Optional<String> positive =
        block.optional("positive", s -> s.text("the name of a class in quotes"));
    if (positive.isPresent() && targets.size() > 1) {
      throw block.error(
          "positive",
          "names a class of one target, but data.target names several labels, where y = 1 is the later of the two classes in sorted order; leave it out");
    }
    return positive;
  }

  /** Refuses families that predict one target, and folds cut by its classes. */
  static void refuse(
      Section dataBlock, DataSettings data, List<Record> grids, Section splitBlock, Split split) {
    if (data.targets().size() == 1) {
      return;
    }
    if (!grids.stream().allMatch(NetworkGrid.class::isInstance)) {
      throw dataBlock.error(
          "target",
          "names several labels, which only models.network predicts, but models names another family; leave that out, or name one column");
    }
    if (split.stratify().equals(Optional.of(true))) {
      throw splitBlock.error(
          "stratify",
          "is true, but several labels have no classes in common to give each fold its share of; leave it out");
    }
  }
}
