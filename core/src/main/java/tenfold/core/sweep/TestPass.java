package tenfold.core.sweep;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;

/**
 * Opens the test part: the only code that looks at its targets. Runs once, for the refitted winner.
 */
public final class TestPass {

  private static final String LABEL = "opening the test part";

  private TestPass() {}

  /** Scores the model on the rows that {@code folds} seal: a pass over the data. */
  public static Score open(Engine engine, Folds folds, Fitted model) {
    return model.classes().isEmpty()
        ? engine.aggregate(new OfNumbers(folds, model))
        : engine.aggregate(new OfClasses(folds, model));
  }

  private record OfNumbers(Folds folds, Fitted model) implements Aggregation<RegressionScore> {

    @Override
    public String label() {
      return LABEL;
    }

    @Override
    public RegressionScore zero() {
      return new RegressionScore();
    }

    @Override
    public void add(RegressionScore into, Block block) {
      int[] part = folds.of(block, 0);
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (part[i] == Folds.TEST) {
          into.add(block.target()[i], predicted[i], block.weight(i));
        }
      }
    }

    @Override
    public RegressionScore merge(RegressionScore into, RegressionScore from) {
      into.merge(from);
      return into;
    }
  }

  private record OfClasses(Folds folds, Fitted model) implements Aggregation<Confusion> {

    @Override
    public String label() {
      return LABEL;
    }

    @Override
    public Confusion zero() {
      return new Confusion(model.classes().size());
    }

    @Override
    public void add(Confusion into, Block block) {
      List<String> classes = model.classes();
      int[] part = folds.of(block, 0);
      int[] truth = Classes.of(block, classes);
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (part[i] == Folds.TEST) {
          int likeliest = Classes.likeliest(predicted, i, classes.size());
          into.add(truth[i], likeliest, block.weight(i));
        }
      }
    }

    @Override
    public Confusion merge(Confusion into, Confusion from) {
      into.merge(from);
      return into;
    }
  }
}
