package tenfold.core.learn.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's dense layer, to the bit, with two products of matrices less. DL4J works a layer's sums out
 * again on the way back, where relu's slope is as well known from what came of them; and it works
 * out slopes by the data, which nobody asks the first layer for.
 */
final class LeanDense extends DenseLayer {

  private static final long serialVersionUID = 1;

  private final boolean first;
  private transient INDArray answers; // of the batch under way

  private LeanDense(DenseLayer plain, boolean first) {
    super(plain.conf(), plain.params().dataType());
    this.first = first;
    setIndex(plain.getIndex());
    setParamTable(plain.paramTable());
    setParamsViewArray(plain.params());
  }

  /** Makes the dense layers of a network lean that has not trained yet. */
  static void in(MultiLayerNetwork net) {
    Layer[] layers = net.getLayers();
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] instanceof DenseLayer plain) {
        boolean changed = net.getLayerWiseConfigurations().getInputPreProcess(i) != null;
        layers[i] = new LeanDense(plain, i == 0 && !changed);
      }
    }
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspace) {
    answers = super.activate(training, workspace);
    return answers;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray slopes, LayerWorkspaceMgr workspace) {
    INDArray delta = delta(slopes, workspace);
    answers = null;
    INDArray biases = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
    delta.sum(biases, 0);
    INDArray weights = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
    INDArray before = first ? null : before(delta, workspace);
    Nd4j.gemm(input, delta, weights, true, false, 1, 0);
    Gradient all = new DefaultGradient();
    all.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biases);
    all.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
    return new Pair<>(all, before);
  }

  /** Slopes by the sums. */
  private INDArray delta(INDArray slopes, LayerWorkspaceMgr workspace) {
    IActivation activation = layerConf().getActivationFn();
    boolean known =
        activation instanceof ActivationReLU || activation instanceof ActivationIdentity;
    INDArray sums = known ? answers : preOutputWithPreNorm(true, true, workspace).getFirst();
    return activation.backprop(sums, slopes).getFirst();
  }

  /** Slopes by what the layer before answered. */
  private INDArray before(INDArray delta, LayerWorkspaceMgr workspace) {
    INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
    long[] shape = {weights.size(0), delta.size(0)};
    INDArray out =
        workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, delta.dataType(), shape, 'f');
    return weights.mmuli(delta.transpose(), out).transpose();
  }
}
