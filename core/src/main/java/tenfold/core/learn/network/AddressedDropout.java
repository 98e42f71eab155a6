package tenfold.core.learn.network;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tenfold.core.seed.Seed;

/**
 * Dropout that draws by the address of a number: seed, batch, row of the batch and place. ND4J's
 * own draws come from one generator that all threads of a process share.
 */
final class AddressedDropout implements IDropout {

  private static final long serialVersionUID = 1;

  private static final double UNIT = 0x1p-53;

  private final double rate;
  private final Seed seed;
  private transient float[] factors; // of the batch under way

  /**
   * A dropout.
   *
   * @param rate share of the numbers that become 0
   */
  AddressedDropout(double rate, Seed seed) {
    this.rate = rate;
    this.seed = seed;
  }

  @Override
  public INDArray applyDropout(
      INDArray in, INDArray out, int batch, int epoch, LayerWorkspaceMgr workspace) {
    Seed draws = seed.child("batch", batch);
    factors = new float[Math.toIntExact(in.length())];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (draws.bits(i) >>> 11) * UNIT < rate ? 0 : (float) (1 / (1 - rate));
    }
    return in.muli(factors(in), out);
  }

  @Override
  public INDArray backprop(INDArray slopeOut, INDArray slopeIn, int batch, int epoch) {
    return slopeOut.muli(factors(slopeOut), slopeIn);
  }

  private INDArray factors(INDArray like) {
    INDArray out = Nd4j.create(factors, like.shape(), 'c');
    return like.dataType() == DataType.FLOAT ? out : out.castTo(like.dataType());
  }

  @Override
  public void clear() {
    factors = null;
  }

  @Override
  public IDropout clone() {
    return new AddressedDropout(rate, seed);
  }
}
