package tenfold.core.conf;

import java.util.Optional;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;

/** Reads {@code split}. */
final class SplitBlock {

  private static final Limits SHARE =
      new Limits(0, Math.nextDown(1.0), "a share of the rows, from 0 to below 1");
  private static final Limits HELD_OUT =
      new Limits(Double.MIN_VALUE, Math.nextDown(1.0), "a share of the rows between 0 and 1");
  private static final Limits SEED =
      new Limits(Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of at most 64 bits");
  private static final Limits COUNT = Limits.integers(1, Integer.MAX_VALUE);

  static final String LEAVE_ONE_OUT = "leave-one-out";
  static final String OUT_OF_BAG = "out-of-bag";

  private SplitBlock() {}

  static Split read(Section block) {
    Split.Test test = test(block);
    Split split =
        new Split(
            test,
            scheme(block, test),
            new Seed(block.read("seed", s -> s.whole(SEED), 1L)),
            block.read("repeats", s -> s.integer(COUNT), 1),
            block.optional("stratify", Setting::flag),
            DataBlock.columns(block, "group"),
            block.read(
                "duplicates", s -> s.word(Split.Duplicates.class), Split.Duplicates.TOGETHER),
            DataBlock.column(block, "order-by"),
            DataBlock.column(block, "fold-column"));
    SplitConflicts.refuse(block, split);
    return split;
  }

  private static Split.Test test(Section block) {
    Object test = block.read("test", SplitBlock::shareOrPath, 0.2);
    return test instanceof String path
        ? new Split.Test.File(path)
        : new Split.Test.Share((Double) test);
  }

  private static Object shareOrPath(Setting setting) {
    Limits use = new Limits(SHARE.min(), SHARE.max(), SHARE.words() + ", or a path in quotes");
    return setting.isWords() ? setting.text(use.words()) : setting.number(use);
  }

  private static Split.Scheme scheme(Section block, Split.Test test) {
    Object folds = block.read("folds", SplitBlock::foldsOrWord, 10);
    Optional<Double> cv = block.optional("cv", s -> s.number(HELD_OUT));
    if (folds.equals(1)) {
      return holdOut(block, test, cv);
    }
    if (cv.isPresent()) {
      throw block.error("cv", "is for the single hold-out; leave it out or set split.folds to 1");
    }
    if (folds.equals(OUT_OF_BAG)) {
      return new Split.Scheme.OutOfBag();
    }
    return folds.equals(LEAVE_ONE_OUT)
        ? new Split.Scheme.LeaveOneOut()
        : new Split.Scheme.KFold((Integer) folds);
  }

  private static Object foldsOrWord(Setting setting) {
    String use = "an integer >= 2, \"leave-one-out\", \"out-of-bag\" (forests), or 1 with split.cv";
    if (!setting.isWords()) {
      return setting.integer(new Limits(1, Integer.MAX_VALUE, use));
    }
    String word = setting.text(use);
    if (!word.equals(LEAVE_ONE_OUT) && !word.equals(OUT_OF_BAG)) {
      throw setting.wrong(use);
    }
    return word;
  }

  private static Split.Scheme holdOut(Section block, Split.Test test, Optional<Double> cv) {
    double share =
        cv.orElseThrow(
            () ->
                block.error(
                    "folds",
                    "is 1, the single hold-out, which needs split.cv, its share of the rows;"
                        + " set split.cv = 0.2 or use at least 2 folds"));
    if (test instanceof Split.Test.Share sealed && !(sealed.share() + share < 1)) {
      throw block.error(
          "cv",
          "is %s and split.test is %s, which leaves no rows to train on; their sum must be below 1"
              .formatted(Words.hocon(share), Words.hocon(sealed.share())));
    }
    return new Split.Scheme.HoldOut(share);
  }
}
