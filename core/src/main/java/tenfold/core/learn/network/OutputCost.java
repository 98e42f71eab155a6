package tenfold.core.learn.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The cost of an output for DL4J: of the last layer's sums, whose activation must be the identity.
 * Rows have weights of their own; DL4J's masks would multiply the sums.
 */
final class OutputCost implements ILossFunction {

  private static final long serialVersionUID = 1;

  private final Output output;
  private float[] weights; // of the rows of the next batch; null: all 1

  /**
   * A cost.
   *
   * @param output what the sums mean
   */
  OutputCost(Output output) {
    this.output = output;
  }

  /** Sets the weights of the rows of the next batch; shared. */
  void weigh(float[] itsWeights) {
    weights = itsWeights;
  }

  @Override
  public double computeScore(
      INDArray truth, INDArray sums, IActivation identity, INDArray mask, boolean average) {
    double sum = 0;
    double[] each = costs(truth, sums);
    for (double one : each) {
      sum += one;
    }
    return average ? sum / each.length : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray truth, INDArray sums, IActivation identity, INDArray mask) {
    return array(costs(truth, sums), sums, 1);
  }

  private double[] costs(INDArray truth, INDArray sums) {
    Rows rows = new Rows(truth, sums);
    double[] out = new double[rows.count];
    for (int i = 0; i < out.length; i++) {
      rows.read(i);
      out[i] = weight(i) * output.cost(rows.z, rows.y);
    }
    return out;
  }

  @Override
  public INDArray computeGradient(
      INDArray truth, INDArray sums, IActivation identity, INDArray mask) {
    Rows rows = new Rows(truth, sums);
    int width = rows.z.length;
    double[] out = new double[rows.count * width];
    for (int i = 0; i < rows.count; i++) {
      rows.read(i);
      double[] slope = output.slope(rows.z, rows.y);
      for (int c = 0; c < width; c++) {
        out[i * width + c] = weight(i) * slope[c];
      }
    }
    return array(out, sums, width);
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  private static INDArray array(double[] values, INDArray like, int width) {
    long[] shape = {values.length / width, width};
    return Nd4j.create(values, shape, Nd4j.getStrides(shape, 'c'), 'c', like.dataType());
  }

  /** The rows of a batch, one at a time; to ask DL4J's arrays number by number would take long. */
  private static final class Rows {

    private final int count;
    private final double[] z;
    private final double[] y;
    private final double[] allZ;
    private final double[] allY;

    Rows(INDArray truth, INDArray sums) {
      count = Math.toIntExact(sums.size(0));
      z = new double[Math.toIntExact(sums.size(1))];
      y = new double[z.length];
      allZ = numbers(sums);
      allY = numbers(truth);
    }

    private static double[] numbers(INDArray array) {
      return array.dup('c').data().asDouble();
    }

    void read(int row) {
      System.arraycopy(allZ, row * z.length, z, 0, z.length);
      System.arraycopy(allY, row * y.length, y, 0, y.length);
    }
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray truth, INDArray sums, IActivation identity, INDArray mask, boolean average) {
    return new Pair<>(
        computeScore(truth, sums, identity, mask, average),
        computeGradient(truth, sums, identity, mask));
  }

  @Override
  public String name() {
    return output.name();
  }
}
