package tenfold.core.learn.network;

import java.io.Serializable;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network in training between two batches: its numbers and what its optimizer remembers, both in
 * DL4J's order. Arrays are shared; nobody writes.
 */
public final class State implements Serializable {

  private static final long serialVersionUID = 1;

  private final float[] numbers;
  private final float[] memory;
  private final int batches;

  /**
   * A state.
   *
   * @param numbers of the network
   * @param memory of the optimizer; empty where it has none
   * @param batches that were trained on
   */
  public State(float[] numbers, float[] memory, int batches) {
    this.numbers = numbers;
    this.memory = memory;
    this.batches = batches;
  }

  /** Numbers of the network; shared. */
  public float[] numbers() {
    return numbers;
  }

  /** What the optimizer remembers; shared. */
  public float[] memory() {
    return memory;
  }

  /** Batches that were trained on. */
  public int batches() {
    return batches;
  }

  /** The state of DL4J's network. */
  static State of(MultiLayerNetwork net) {
    INDArray memory = net.getUpdater().getStateViewArray();
    return new State(
        net.params().toFloatVector(),
        memory == null ? new float[0] : memory.toFloatVector(),
        net.getIterationCount());
  }

  /** Puts DL4J's network into this state. */
  void put(MultiLayerNetwork net) {
    put(numbers, net.params());
    Updater updater = net.getUpdater();
    if (memory.length > 0) {
      put(memory, updater.getStateViewArray());
    }
    net.getLayerWiseConfigurations().setIterationCount(batches);
  }

  private static void put(float[] from, INDArray to) {
    try (INDArray copy = Numbers.array(from, to.shape())) {
      to.assign(copy);
    }
  }
}
