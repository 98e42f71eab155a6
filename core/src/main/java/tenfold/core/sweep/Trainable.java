package tenfold.core.sweep;

import java.util.List;
import tenfold.core.data.DataException;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;

/** Refuses folds from which no model can learn, before any is trained. */
final class Trainable {

  private static final int SHOWN = 5;
  private static final String WAY_OUT =
      "use fewer folds, or cut the rows another way (split.group, split.order-by,"
          + " split.fold-column and split.stratify decide)";

  private final Schema schema;
  private final String target;
  private final Folds folds;
  private final Tally tally;

  private Trainable(Schema schema, String target, Folds folds, Tally tally) {
    this.schema = schema;
    this.target = target;
    this.folds = folds;
    this.tally = tally;
  }

  /**
   * Throws {@link DataException} if a fold tests nothing or trains on nothing, or if there are
   * classes to tell apart and the training part, or what a fold trains on, has one of them only, or
   * if one of several labels has more than two.
   *
   * @param tallies one for each target
   */
  static void check(Schema schema, Folds folds, List<Tally> tallies) {
    for (int t = 0; t < tallies.size(); t++) {
      new Trainable(schema, schema.targets().get(t), folds, tallies.get(t)).check();
    }
  }

  private void check() {
    if (schema.task() == Task.CLASSIFICATION) {
      classes();
    }
    for (int repeat = 0; repeat < folds.repeats() && !folds.leaveOneOut(); repeat++) {
      for (int fold = 0; fold < folds.folds(); fold++) {
        fold(repeat, fold);
      }
    }
  }

  private void classes() {
    List<String> classes = tally.classes();
    if (classes.size() < 2) {
      throw new DataException(
          "all rows of the training part are of one class%s, so there is nothing to tell apart; '%s' needs rows of two classes or more"
              .formatted(classes.isEmpty() ? "" : ", '" + classes.get(0) + "'", target));
    }
    if (!schema.labels().isEmpty() && classes.size() > 2) {
      throw new DataException(
          "the label '%s' has %d classes in the training part ('%s'), but each of several labels needs exactly two; predict it alone, or make two of them"
              .formatted(target, classes.size(), shown(classes)));
    }
    for (String single : classes) {
      if (folds.leaveOneOut() && classes.size() == 2 && tally.rows(single) == 1) {
        throw new DataException(
            "class '%s' has one row in the training part, and the fold that leaves it out would train on rows of one class only; use a number of folds, or more rows of '%s'"
                .formatted(single, single));
      }
    }
  }

  private void fold(int repeat, int fold) {
    String name = "fold %d%s".formatted(fold, repeat > 0 ? " of repeat " + repeat : "");
    if (tally.tested(repeat, fold) == 0) {
      throw new DataException("%s has no rows to test; %s".formatted(name, WAY_OUT));
    }
    List<String> training = tally.training(repeat, fold);
    if (training.isEmpty()) {
      throw new DataException("%s has no rows to train on; %s".formatted(name, WAY_OUT));
    }
    if (schema.task() == Task.CLASSIFICATION && training.size() < 2) {
      throw new DataException(
          "%s would train on rows of one class only%s, '%s'; %s"
              .formatted(
                  name,
                  schema.labels().isEmpty() ? "" : " of the label '" + target + "'",
                  training.get(0),
                  WAY_OUT));
    }
  }

  private static String shown(List<String> classes) {
    return String.join("', '", classes.subList(0, Math.min(SHOWN, classes.size())))
        + (classes.size() > SHOWN ? "', …, '" + classes.get(classes.size() - 1) : "");
  }
}
