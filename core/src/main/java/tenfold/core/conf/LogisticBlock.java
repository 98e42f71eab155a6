package tenfold.core.conf;

import java.util.List;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticGrid;

/** Reads {@code models.logistic}. */
final class LogisticBlock implements Families.Block {

  @Override
  public String key() {
    return "logistic";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of("degree", "lambda", "interactions", "class-weight");
  }

  @Override
  public LogisticGrid read(Section block) {
    return new LogisticGrid(
        block.read("degree", s -> Lists.integers(s, RidgeBlock.DEGREE), List.of(1)),
        block.read("lambda", s -> Lists.numbers(s, RidgeBlock.LAMBDA), List.of(1.0)),
        block.read("interactions", Setting::flag, true),
        block.read("class-weight", s -> s.word(ClassWeight.class), ClassWeight.NONE));
  }
}
