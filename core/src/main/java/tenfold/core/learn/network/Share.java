package tenfold.core.learn.network;

import java.io.Serializable;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;

/** A worker's rows as a network takes them: those that train and those that are held out. */
public final class Share implements Serializable {

  private static final long serialVersionUID = 1;

  private final Examples examples;
  private final Judge train;
  private final Judge held;

  Share(Examples examples, Judge train, Judge held) {
    this.examples = examples;
    this.train = train;
    this.held = held;
  }

  /** Scores of a network on the rows that train and on those held out. */
  public record Scores(Score train, Score held) implements Serializable {

    /** Returns the scores of these rows and of others. */
    public Scores with(Scores other) {
      return new Scores(train.with(other.train), held.with(other.held));
    }
  }

  /** Rows that train. */
  public int rows() {
    return examples.rows();
  }

  Examples examples() {
    return examples;
  }

  /** Scores a network. */
  public Scores scores(Network network) {
    return new Scores(
        train.quick(train.predictions(network)), held.quick(held.predictions(network)));
  }

  /** Scores a network of classes on the rows held out, for the areas under curves. */
  public ScoredRows curves(Network network) {
    return held.scored(held.predictions(network));
  }
}
