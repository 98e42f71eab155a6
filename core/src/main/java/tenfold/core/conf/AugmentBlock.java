package tenfold.core.conf;

import tenfold.core.learn.network.Augment;

/** Reads {@code models.network.augment}. */
final class AugmentBlock {

  static final Schema.Keys KEYS = Schema.Keys.of("shift", "rotate", "scale", "noise");

  private static final Limits AT_LEAST_ZERO =
      new Limits(0, Float.MAX_VALUE, "a finite number >= 0");
  private static final Limits DEGREES = new Limits(0, 180, "degrees from 0 to 180");
  private static final Limits SHARE =
      new Limits(0, Math.nextDown(1.0), "a number from 0 to below 1");

  private AugmentBlock() {}

  static Augment read(Section block) {
    return new Augment(
        block.read("shift", s -> s.number(AT_LEAST_ZERO), 0.0),
        block.read("rotate", s -> s.number(DEGREES), 0.0),
        block.read("scale", s -> s.number(SHARE), 0.0),
        block.read("noise", s -> s.number(AT_LEAST_ZERO), 0.0));
  }
}
