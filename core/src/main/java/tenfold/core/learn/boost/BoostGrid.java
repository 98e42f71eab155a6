package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Axis.Sharing;
import tenfold.core.sweep.Candidate;

/**
 * What is swept over boosters; the settings under {@code models.boost}.
 *
 * @param rounds numbers of rounds, at least 1 each; one where boosting stops early
 * @param maxDepths as {@link Growing} has them, like the four that follow
 * @param patience as {@link BoostSettings} has it
 */
public record BoostGrid(
    List<Integer> rounds,
    List<Integer> maxDepths,
    List<Double> etas,
    List<Double> lambdas,
    List<Double> subsamples,
    List<Double> columns,
    OptionalInt patience) {

  public BoostGrid {
    rounds = List.copyOf(rounds);
    maxDepths = List.copyOf(maxDepths);
    etas = List.copyOf(etas);
    lambdas = List.copyOf(lambdas);
    subsamples = List.copyOf(subsamples);
    columns = List.copyOf(columns);
    if (patience.isPresent() && rounds.size() > 1) {
      throw new IllegalArgumentException(
          "boosting cannot stop early and sweep %d numbers of rounds".formatted(rounds.size()));
    }
  }

  /** The axes, in the order of the configuration's keys. */
  public List<Axis> axes() {
    String other = "another value grows other trees";
    List<Object> stopping =
        List.of(patience.isPresent() ? (Object) patience.getAsInt() : BoostSettings.OFF);
    return List.of(
        new Axis(
            "rounds", List.copyOf(rounds), Sharing.SHARED, "fewer rounds are the first of many"),
        new Axis("max-depth", List.copyOf(maxDepths), Sharing.FITTED, other),
        new Axis("eta", List.copyOf(etas), Sharing.FITTED, other),
        new Axis("lambda", List.copyOf(lambdas), Sharing.FITTED, other),
        new Axis("subsample", List.copyOf(subsamples), Sharing.FITTED, other),
        new Axis("columns", List.copyOf(columns), Sharing.FITTED, other),
        new Axis(
            "early-stopping",
            stopping,
            Sharing.FITTED,
            patience.isPresent() ? "the held-out fold says when" : "no fold stops early"));
  }

  /** Every way to grow trees; the later a key in the configuration, the faster it runs. */
  public List<Growing> growings() {
    List<Growing> out = new ArrayList<>();
    for (int depth : maxDepths) {
      for (double eta : etas) {
        for (double lambda : lambdas) {
          for (double rows : subsamples) {
            columns.forEach(c -> out.add(new Growing(depth, eta, lambda, rows, c)));
          }
        }
      }
    }
    return out;
  }

  /** Every point of the grid, likewise. */
  public List<Candidate> candidates() {
    List<Candidate> out = new ArrayList<>();
    for (int number : rounds) {
      for (Growing growing : growings()) {
        out.add(new Candidate("boost", new BoostSettings(number, growing, patience).params()));
      }
    }
    return out;
  }
}
