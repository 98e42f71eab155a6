package tenfold.core.sweep;

import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Fitted;
import tenfold.core.data.Labels;
import tenfold.core.fold.Folds;
import tenfold.core.metric.LabelScore;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;

/**
 * Opens the test part: the only code that looks at its targets. Runs once, for the refitted winner.
 */
public final class TestPass {

  private static final String LABEL = "opening the test part";

  private TestPass() {}

  /** Scores the model on the rows that {@code folds} seal: a pass over the data. */
  public static Score open(Engine engine, Folds folds, Fitted model) {
    if (model.labels() > 0) {
      return engine.aggregate(new OfLabels(folds, model));
    }
    return model.classes().isEmpty()
        ? engine.aggregate(new OfNumbers(folds, model))
        : engine.aggregate(new OfClasses(folds, model)).score();
  }

  private record OfLabels(Folds folds, Fitted model) implements Aggregation<LabelScore> {

    @Override
    public String label() {
      return LABEL;
    }

    @Override
    public LabelScore zero() {
      return new LabelScore(model.labels());
    }

    @Override
    public void add(LabelScore into, Block block) {
      int[] part = folds.of(block, 0);
      int[] truth = Labels.of(block, model.classes(), model.labels());
      double[] predicted = model.predict(block);
      int labels = model.labels();
      for (int i = 0; i < part.length; i++) {
        if (part[i] == Folds.TEST) {
          into.add(truth, i * labels, predicted, 2 * i * labels, block.weight(i));
        }
      }
    }

    @Override
    public LabelScore merge(LabelScore into, LabelScore from) {
      into.merge(from);
      return into;
    }
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

  /** Keeps the rows' probabilities, so that the score has areas under curves. */
  private record OfClasses(Folds folds, Fitted model) implements Aggregation<ScoredRows> {

    @Override
    public String label() {
      return LABEL;
    }

    @Override
    public ScoredRows zero() {
      return new ScoredRows(model.classes().size());
    }

    @Override
    public void add(ScoredRows into, Block block) {
      int classes = model.classes().size();
      int[] part = folds.of(block, 0);
      int[] truth = Classes.of(block, model.classes());
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (part[i] == Folds.TEST) {
          into.add(truth[i], predicted, i * classes, block.weight(i));
        }
      }
    }

    @Override
    public ScoredRows merge(ScoredRows into, ScoredRows from) {
      into.merge(from);
      return into;
    }
  }
}
