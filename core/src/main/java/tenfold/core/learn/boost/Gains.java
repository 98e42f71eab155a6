package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import tenfold.core.data.Inputs;
import tenfold.core.sweep.Importance;

/** What each column means to a booster, by what the splits of its features gained. */
final class Gains {

  private Gains() {}

  /** Returns each column's share, the largest first; nothing for a booster that never splits. */
  static List<Importance> of(Inputs inputs, byte[] file) {
    double[] gains = Boosters.gains(file, Matrix.features(inputs));
    double all = Arrays.stream(gains).sum();
    if (all == 0) {
      return List.of();
    }
    List<Importance> out = new ArrayList<>();
    int first = 0;
    for (Inputs.Input input : inputs.columns()) {
      double its = Arrays.stream(gains, first, first + input.features()).sum();
      out.add(
          new Importance(input.name(), Importance.Measure.GAIN, its / all, OptionalDouble.empty()));
      first += input.features();
    }
    out.sort(Comparator.comparingDouble((Importance i) -> -i.share()));
    return out;
  }
}
