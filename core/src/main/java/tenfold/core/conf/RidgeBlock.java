package tenfold.core.conf;

import java.util.List;
import tenfold.core.learn.ridge.RidgeGrid;

/** Reads {@code models.ridge}. */
final class RidgeBlock implements Families.Block {

  /** Past it a polynomial of any real column is noise, whatever the arithmetic. */
  static final Limits DEGREE = Limits.integers(1, 100);

  static final Limits LAMBDA = new Limits(0, Double.MAX_VALUE, "a finite number >= 0");

  @Override
  public String key() {
    return "ridge";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of("degree", "lambda", "interactions");
  }

  @Override
  public RidgeGrid read(Section block) {
    return new RidgeGrid(
        block.read("degree", s -> Lists.integers(s, DEGREE), List.of(1)),
        block.read("lambda", s -> Lists.numbers(s, LAMBDA), List.of(1.0)),
        block.read("interactions", Setting::flag, true));
  }
}
