package tenfold.core.learn.network;

import tenfold.core.seed.Seed;

/**
 * Distorts rows by the address of each: epoch and row. So an epoch's rows are the same, bit for
 * bit, whatever their order and however many epochs follow.
 */
final class Augmenter {

  private static final double UNIT = 0x1p-53;
  private static final int DRAWS = 4; // of an image; those of noise follow

  private final Augment augment;
  private final Volume in;
  private final boolean[] noisy;
  private final Seed seed;

  /**
   * An augmenter.
   *
   * @param in what a row is
   * @param noisy columns that noise is added to; shared
   */
  Augmenter(Augment augment, Volume in, boolean[] noisy, Seed seed) {
    this.augment = augment;
    this.in = in;
    this.noisy = noisy;
    this.seed = seed;
  }

  /**
   * Distorts a row in place.
   *
   * @param x the row, as {@link Volume} has it
   */
  void distort(int epoch, int row, float[] x) {
    if (augment.equals(Augment.NONE)) {
      return;
    }
    Seed draws = seed.child("epoch", epoch).child("row", row);
    if (augment.moves()) {
      move(draws, x);
    }
    for (int j = 0; j < x.length && augment.noise() > 0; j++) {
      if (noisy[j]) {
        x[j] += (float) (augment.noise() * normal(draws, DRAWS + 2L * j));
      }
    }
  }

  private void move(Seed draws, float[] x) {
    Movement movement =
        new Movement(
            augment.shift() * even(draws, 0),
            augment.shift() * even(draws, 1),
            Math.toRadians(augment.rotate() * even(draws, 2)),
            1 + augment.scale() * even(draws, 3));
    System.arraycopy(movement.of(x, in), 0, x, 0, x.length);
  }

  /** Evenly from -1 to 1. */
  private static double even(Seed draws, long which) {
    return 2 * UNIT * (draws.bits(which) >>> 11) - 1;
  }

  /** Box and Muller, "A note on the generation of random normal deviates", AMS 1958. */
  private static double normal(Seed draws, long which) {
    double u = UNIT * ((draws.bits(which) >>> 11) + 1);
    double v = UNIT * (draws.bits(which + 1) >>> 11);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  }
}
