package tenfold.core.conf;

import java.util.OptionalInt;

/** Reads {@code models.network.averaging}. */
final class AveragingBlock {

  static final String KEY = "averaging";

  private static final Limits COUNT = Limits.integers(1, 1_000_000);
  private static final Limits DEPTH = Limits.integers(1, 8);

  private AveragingBlock() {}

  static Schema.Keys keys() {
    return Schema.Keys.of("workers", "frequency", "master", "depth");
  }

  /** Reads it from a configuration whose families were read. */
  static AveragingSetting read(Section root) {
    return root.opened("models")
        .flatMap(models -> models.opened("network"))
        .flatMap(network -> network.optionalBlock(KEY))
        .map(AveragingBlock::setting)
        .orElse(AveragingSetting.DEFAULT);
  }

  private static AveragingSetting setting(Section block) {
    AveragingSetting otherwise = AveragingSetting.DEFAULT;
    return new AveragingSetting(
        block
            .optional("workers", s -> s.integer(COUNT))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        block.read("frequency", s -> s.integer(COUNT), otherwise.frequency()),
        block.read("master", s -> s.word(AveragingSetting.Master.class), otherwise.master()),
        block.read("depth", s -> s.integer(DEPTH), otherwise.depth()));
  }
}
