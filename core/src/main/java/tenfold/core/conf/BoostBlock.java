package tenfold.core.conf;

import java.util.List;
import java.util.OptionalInt;
import tenfold.core.learn.boost.BoostGrid;

/** Reads {@code models.boost}. */
final class BoostBlock implements Families.Block {

  private static final Limits AT_LEAST_ONE = Limits.integers(1, Integer.MAX_VALUE);
  private static final Limits LAMBDA = new Limits(0, Float.MAX_VALUE, "a finite number >= 0");

  /** XGBoost computes in single precision. */
  private static final Limits SHARE =
      new Limits(Float.MIN_NORMAL, 1, "a number above 0 and at most 1");

  private static final int ROUNDS = 100;
  private static final int DEPTH = 6;
  private static final double ETA = 0.3;

  @Override
  public String key() {
    return "boost";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of(
        "rounds", "max-depth", "eta", "lambda", "subsample", "columns", "early-stopping");
  }

  @Override
  public BoostGrid read(Section block) {
    List<Integer> rounds =
        block.read("rounds", s -> Lists.integers(s, AT_LEAST_ONE), List.of(ROUNDS));
    List<Integer> depths =
        block.read("max-depth", s -> Lists.integers(s, AT_LEAST_ONE), List.of(DEPTH));
    List<Double> etas = block.read("eta", s -> Lists.numbers(s, SHARE), List.of(ETA));
    List<Double> lambdas = block.read("lambda", s -> Lists.numbers(s, LAMBDA), List.of(1.0));
    List<Double> subsamples = block.read("subsample", s -> Lists.numbers(s, SHARE), List.of(1.0));
    List<Double> columns = block.read("columns", s -> Lists.numbers(s, SHARE), List.of(1.0));
    OptionalInt patience = Stopping.read(block, key(), "rounds", rounds.size());
    return new BoostGrid(rounds, depths, etas, lambdas, subsamples, columns, patience);
  }
}
