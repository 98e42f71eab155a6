package tenfold.core.conf;

import java.util.List;
import java.util.Optional;
import tenfold.core.fold.Split;
import tenfold.core.learn.forest.ForestGrid;

/** Refuses settings of {@code split} that contradict each other, or the families to sweep. */
final class SplitConflicts {

  private SplitConflicts() {}

  /** Refuses families that cannot be cross-validated as the split says. */
  static void refuseFamilies(Section block, Split split, List<Record> grids) {
    boolean forestsOnly = grids.stream().allMatch(ForestGrid.class::isInstance);
    if (split.scheme() instanceof Split.Scheme.OutOfBag && !forestsOnly) {
      throw block.error(
          "folds",
          "is out-of-bag, which tests forests only, and models names another family;"
              + " use a number of folds, or forest alone");
    }
  }

  /** Refuses settings that contradict each other. */
  static void refuse(Section block, Split split) {
    Optional<String> whole = withoutFolds(split.scheme());
    String fixed = null;
    if (split.foldColumn().isPresent()) {
      refuseBagged(block, "fold-column", split, "one of the two decides what tests a row");
      fixed = "split.fold-column";
    } else if (split.orderBy().isPresent()) {
      refuseBagged(block, "order-by", split, "trees draw rows of all times");
      refuseOrdered(block, split);
      fixed = "split.order-by";
    } else if (whole.isPresent()) {
      if (!split.group().isEmpty()) {
        refuseBagged(block, "group", split, "trees draw single rows, so groups cannot stay whole");
      }
      fixed = "split.folds = " + whole.get();
    }
    if (fixed != null && split.repeats() > 1) {
      throw block.error(
          "repeats",
          "is %d, but %s leaves nothing to repeat with other folds; use 1"
              .formatted(split.repeats(), fixed));
    }
  }

  /** The word for a scheme that cuts no folds. */
  private static Optional<String> withoutFolds(Split.Scheme scheme) {
    if (scheme instanceof Split.Scheme.OutOfBag) {
      return Optional.of(SplitBlock.OUT_OF_BAG);
    }
    return scheme instanceof Split.Scheme.LeaveOneOut
        ? Optional.of(SplitBlock.LEAVE_ONE_OUT)
        : Optional.empty();
  }

  private static void refuseBagged(Section block, String key, Split split, String why) {
    if (split.scheme() instanceof Split.Scheme.OutOfBag) {
      throw block.error(
          key,
          "does not go with split.folds = out-of-bag: %s; leave one of them out".formatted(why));
    }
  }

  private static void refuseOrdered(Section block, Split split) {
    if (!split.group().isEmpty()) {
      throw block.error(
          "order-by",
          "does not go with split.group: a group cannot be cut by time and stay whole;"
              + " leave one of them out");
    }
    if (split.stratify().equals(Optional.of(true))) {
      throw block.error(
          "order-by",
          "does not go with split.stratify = true: time alone decides the folds;"
              + " leave one of them out");
    }
    if (split.scheme() instanceof Split.Scheme.LeaveOneOut) {
      throw block.error(
          "order-by",
          "does not go with split.folds = leave-one-out: a fold trains on the past only;"
              + " use a number of folds");
    }
  }
}
