package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.List;
import tenfold.core.seed.Seed;

/**
 * Epochs of a training in which the same layers learn in the same way.
 *
 * @param before how many epochs come before
 * @param frozen how many of the first layers stay as they are
 */
record Leg(int before, int frozen, Fitting fitting, Seed seed) implements Serializable {

  /**
   * Returns the legs of a training: one, or where it fine-tunes another in which all layers learn,
   * more slowly.
   *
   * @param begun what the network begins as; null: as a random one
   */
  static List<Leg> of(Fitting fitting, Begun begun, Seed seed) {
    if (begun == null) {
      return List.of(new Leg(0, 0, fitting, seed));
    }
    Leg first = new Leg(0, begun.frozen(), fitting, seed);
    return begun.until() == Begun.NEVER
        ? List.of(first)
        : List.of(
            first, new Leg(begun.until(), 0, fitting.at(begun.rate()), seed.child("fine-tune")));
  }

  /** Returns the leg of an epoch; of 0, when nothing was learned yet, the first. */
  static Leg at(List<Leg> legs, int epoch) {
    Leg last = legs.get(legs.size() - 1);
    return epoch > last.before() ? last : legs.get(0);
  }
}
