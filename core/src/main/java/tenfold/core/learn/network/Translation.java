package tenfold.core.learn.network;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import tenfold.core.seed.Seed;

/** Our networks in DL4J's words, one layer of theirs for each step. */
final class Translation {

  private Translation() {}

  /**
   * Returns DL4J's description of a network.
   *
   * @param l2 adds {@code l2 / 2 · Σw²} to the mean cost of each batch
   * @param frozen how many of the first layers do not learn
   * @param cost of the topology's output
   * @param seed of dropout
   */
  static MultiLayerConfiguration configuration(
      Topology topology,
      int frozen,
      Fitting fitting,
      double l2,
      OutputCost cost,
      DataType type,
      Seed seed) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(fitting.optimizer().updater(fitting.rate()))
            .weightInit(WeightInit.ZERO) // ours are put in later
            .l2(l2)
            .list();
    List<Step> steps = topology.steps();
    for (int s = 0; s < steps.size() - 1; s++) {
      org.deeplearning4j.nn.conf.layers.Layer layer = layer(steps.get(s), seed.child("dropout", s));
      list.layer(s < frozen ? new FrozenLayer(layer) : layer);
    }
    Step last = steps.get(steps.size() - 1);
    list.layer(
        new OutputLayer.Builder(cost)
            .nOut(last.out().size())
            .activation(Activation.IDENTITY)
            .build());
    Volume in = topology.in();
    return list.setInputType(
            in.isFlat()
                ? InputType.feedForward(in.size())
                : InputType.convolutional(in.height(), in.width(), in.channels()))
        .build();
  }

  private static org.deeplearning4j.nn.conf.layers.Layer layer(Step step, Seed seed) {
    Activation activation = activation(step.activation());
    return switch (step.kind()) {
      case DENSE -> new DenseLayer.Builder().nOut(step.out().size()).activation(activation).build();
      case CONV -> {
        Layer.Conv conv = (Layer.Conv) step.layer();
        yield new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
            .stride(conv.stride(), conv.stride())
            .nOut(conv.filters())
            .activation(activation)
            .build();
      }
      case POOL -> {
        int size = ((Layer.Pool) step.layer()).size();
        yield new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(size, size)
            .stride(size, size)
            .build();
      }
      case DROPOUT -> {
        double rate = ((Layer.Dropout) step.layer()).rate();
        yield new DropoutLayer.Builder(new AddressedDropout(rate, seed)).build();
      }
      case BATCH_NORM ->
          new BatchNormalization.Builder().eps(Trainer.EPSILON).useLogStd(false).build();
    };
  }

  private static Activation activation(tenfold.core.learn.network.Activation ours) {
    return switch (ours) {
      case LINEAR -> Activation.IDENTITY;
      case SIGMOID -> Activation.SIGMOID;
      case RELU -> Activation.RELU;
      case TANH -> Activation.TANH;
    };
  }
}
