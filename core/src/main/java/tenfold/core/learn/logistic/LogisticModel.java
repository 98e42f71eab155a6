package tenfold.core.learn.logistic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Encoder;
import tenfold.core.data.Fitted;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;

/**
 * A fitted logistic or softmax regression. Of two classes one logit, that of the last; of several
 * one for each, {@code bias + sum of weight * term}. Rebuilt from the values of its accessors it
 * predicts the same, bit for bit.
 */
public final class LogisticModel implements Fitted {

  private static final long serialVersionUID = 1;

  private final Encoder encoder;
  private final List<String> classes;
  private final Settings settings;
  private final Terms terms;
  private final Link link;
  private final double[][] beta;

  /** The candidate that a model is: its keys in the configuration. */
  public record Settings(int degree, double lambda, boolean interactions, ClassWeight classWeight)
      implements java.io.Serializable {}

  /**
   * A model.
   *
   * @param encoder how rows become numbers
   * @param classes at least two, in the order of probabilities
   * @param settings the candidate that it is
   * @param weights for each logit the constant, then a weight for each of {@link #terms()}; copied
   */
  public LogisticModel(
      Encoder encoder, List<String> classes, Settings settings, double[][] weights) {
    this.encoder = encoder;
    this.classes = List.copyOf(classes);
    this.settings = settings;
    link = Link.of(classes.size());
    Terms.Mixing mixing = Terms.Mixing.of(settings.interactions());
    int numbers = encoder.numbers().size();
    long count = Terms.count(encoder.indicators(), numbers, settings.degree(), mixing);
    if (weights.length != link.outputs()) {
      throw new IllegalArgumentException(
          "a logistic model of %d classes has %d logits, but weights of %d were given"
              .formatted(classes.size(), link.outputs(), weights.length));
    }
    for (double[] one : weights) {
      if (one.length != 1 + count) {
        throw new IllegalArgumentException(
            "a logistic model of degree %d over %d columns has %d terms, but %d weights were given"
                .formatted(settings.degree(), encoder.columns(), count, one.length - 1));
      }
    }
    terms = new Terms(encoder.indicators(), numbers, settings.degree(), mixing);
    beta = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
  }

  /** How rows become numbers. */
  public Encoder encoder() {
    return encoder;
  }

  /** The candidate that it is. */
  public Settings settings() {
    return settings;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** Number of logits. */
  public int logits() {
    return beta.length;
  }

  /** A copy of a logit's constant and weights, these in the order of {@link #terms()}. */
  public double[] weights(int logit) {
    return beta[logit].clone();
  }

  /**
   * Readable names of the terms, such as {@code cement^2*age} or {@code type=Condo}; numbers stand
   * in them centred and scaled by {@link #encoder()}.
   */
  public List<String> terms() {
    return terms.names(encoder);
  }

  @Override
  public double[] predict(Block block) {
    double[] out = new double[block.rows() * classes.size()];
    int[] all = IntStream.range(0, block.rows()).toArray();
    predict(plain(encoder, terms, block), link, beta, all, classes.size(), out);
    return out;
  }

  /** An expander of rows by themselves. */
  static Expander plain(Encoder encoder, Terms terms, Block block) {
    return new Expander(encoder, terms, block, Expander.ROWS, 1, Expander.Lead.ONES);
  }

  /** Writes the probabilities of some rows of a block. */
  static void predict(
      Expander chunk, Link link, double[][] beta, int[] rows, int classes, double[] out) {
    double[][] z = new double[beta.length][Expander.ROWS];
    double[] logits = new double[beta.length];
    for (int from = 0; from < rows.length; from += Expander.ROWS) {
      int to = Math.min(rows.length, from + Expander.ROWS);
      chunk.fill(rows, from, to);
      for (int o = 0; o < beta.length; o++) {
        chunk.predict(beta[o], z[o]);
      }
      for (int i = from; i < to; i++) {
        for (int o = 0; o < beta.length; o++) {
          logits[o] = z[o][i - from];
        }
        link.probabilities(logits, out, rows[i] * classes);
      }
    }
  }
}
