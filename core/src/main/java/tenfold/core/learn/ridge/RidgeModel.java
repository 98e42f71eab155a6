package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Encoder;
import tenfold.core.data.Fitted;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;

/**
 * A fitted polynomial: {@code bias + sum of weight * term}, its terms made of encoded columns.
 * Rebuilt from the values of its accessors it predicts the same, bit for bit.
 */
public final class RidgeModel implements Fitted {

  private static final long serialVersionUID = 1;

  private final Encoder encoder;
  private final Settings settings;
  private final Terms terms;
  private final double[] beta;

  /**
   * A model.
   *
   * @param encoder how rows become numbers
   * @param settings the candidate that it is
   * @param bias the constant
   * @param weights one for each of {@link #terms()}, in that order; copied
   */
  public RidgeModel(Encoder encoder, Settings settings, double bias, double[] weights) {
    this.encoder = encoder;
    this.settings = settings;
    Terms.Mixing mixing = Terms.Mixing.of(settings.interactions());
    int numbers = encoder.numbers().size();
    long count = Terms.count(encoder.indicators(), numbers, settings.degree(), mixing);
    if (count != weights.length) {
      throw new IllegalArgumentException(
          "a ridge model of degree %d over %d columns has %d terms, but %d weights were given"
              .formatted(settings.degree(), encoder.columns(), count, weights.length));
    }
    terms = new Terms(encoder.indicators(), numbers, settings.degree(), mixing);
    beta = new double[1 + weights.length];
    beta[0] = bias;
    System.arraycopy(weights, 0, beta, 1, weights.length);
  }

  /** The candidate that a model is: its keys in the configuration. */
  public record Settings(int degree, double lambda, boolean interactions)
      implements java.io.Serializable {}

  /** How rows become numbers. */
  public Encoder encoder() {
    return encoder;
  }

  /** Largest total degree of a term. */
  public int degree() {
    return settings.degree();
  }

  /** The regularisation that it was fitted with. */
  public double lambda() {
    return settings.lambda();
  }

  /** Whether terms mix columns. */
  public boolean interactions() {
    return settings.interactions();
  }

  /** The constant. */
  public double bias() {
    return beta[0];
  }

  /** A copy of the weights, in the order of {@link #terms()}. */
  public double[] weights() {
    return java.util.Arrays.copyOfRange(beta, 1, beta.length);
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
    int[] all = java.util.stream.IntStream.range(0, block.rows()).toArray();
    double[] out = new double[block.rows()];
    Expander chunk = Leading.plain(encoder, terms, block);
    for (int from = 0; from < all.length; from += Expander.ROWS) {
      int to = Math.min(all.length, from + Expander.ROWS);
      chunk.fill(all, from, to);
      double[] part = new double[to - from];
      chunk.predict(beta, part);
      System.arraycopy(part, 0, out, from, part.length);
    }
    return out;
  }
}
