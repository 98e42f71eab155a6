package tenfold.core.learn.network;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of a network, ours and DL4J's. Theirs keep the channels of an image apart where ours
 * keep those of a place together.
 */
final class Numbers {

  private Numbers() {}

  /** Shape of DL4J's array of so many rows. */
  static long[] shape(Volume in, int rows) {
    return in.isFlat()
        ? new long[] {rows, in.size()}
        : new long[] {rows, in.channels(), in.height(), in.width()};
  }

  /** Returns an array of ND4J's with these numbers, the last dimension the fastest. */
  static INDArray array(float[] numbers, long... shape) {
    INDArray out = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    fill(out, numbers);
    return out;
  }

  /**
   * Fills an array that is all of its buffer with the first of these numbers. ND4J itself copies
   * them one by one; where its memory is this processor's, they go in one piece.
   */
  static void fill(INDArray array, float[] numbers) {
    int length = Math.toIntExact(array.length());
    if (Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU) {
      ((FloatPointer) array.data().pointer()).put(numbers, 0, length);
    } else {
      float[] its = numbers.length == length ? numbers : Arrays.copyOf(numbers, length);
      try (INDArray copy = Nd4j.create(its, array.shape(), 'c')) {
        array.assign(copy);
      }
    }
  }

  /** Gives DL4J's network the numbers of ours. */
  static void put(Network network, MultiLayerNetwork net) {
    List<Step> steps = network.topology().steps();
    for (int s = 0; s < steps.size(); s++) {
      List<String> names = names(steps.get(s));
      for (int n = 0; n < names.size(); n++) {
        float[] ours = network.numbers(s)[n];
        int[] places = places(steps.get(s), names.get(n));
        float[] theirs = new float[ours.length];
        for (int i = 0; i < theirs.length; i++) {
          theirs[i] = ours[places[i]];
        }
        INDArray to = net.getLayer(s).getParam(names.get(n));
        try (INDArray from = array(theirs, shape(steps.get(s), names.get(n)))) {
          to.assign(from.reshape('c', to.shape()));
        }
      }
    }
  }

  /** Returns our network with the numbers of DL4J's. */
  static Network of(MultiLayerNetwork net, Topology topology) {
    List<Step> steps = topology.steps();
    float[][][] numbers = new float[steps.size()][][];
    for (int s = 0; s < numbers.length; s++) {
      List<String> names = names(steps.get(s));
      numbers[s] = new float[names.size()][];
      for (int n = 0; n < names.size(); n++) {
        int[] places = places(steps.get(s), names.get(n));
        try (INDArray copy = net.getLayer(s).getParam(names.get(n)).dup('c')) {
          float[] theirs = copy.data().asFloat();
          float[] ours = new float[places.length];
          for (int i = 0; i < ours.length; i++) {
            ours[places[i]] = theirs[i];
          }
          numbers[s][n] = ours;
        }
      }
    }
    return new Network(topology, numbers);
  }

  /**
   * Frees what a network of DL4J's took on this thread outside of Java's memory. Its own {@code
   * close}, and the one call that destroys all workspaces, then collect all of Java's garbage: that
   * takes longer than a small network learns, and stops all others that learn beside it.
   */
  static void close(MultiLayerNetwork net) {
    for (INDArray its :
        new INDArray[] {
          net.params(), net.getFlattenedGradients(), net.getUpdater().getStateViewArray()
        }) {
      if (its != null && its.closeable()) {
        its.close();
      }
    }
    MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
    for (MemoryWorkspace its : workspaces.getAllWorkspacesForCurrentThread()) {
      workspaces.destroyWorkspace(its);
    }
  }

  /** DL4J's names of a step's arrays, in our order. */
  private static List<String> names(Step step) {
    return switch (step.kind()) {
      case DENSE, CONV -> List.of("W", "b");
      case BATCH_NORM -> List.of("gamma", "beta", "mean", "var");
      case POOL, DROPOUT -> List.of();
    };
  }

  /** Shape of DL4J's array of that name, the last dimension the fastest. */
  private static long[] shape(Step step, String name) {
    if (!name.equals("W")) {
      return new long[] {1, step.out().channels()};
    }
    if (step.layer() instanceof Layer.Conv conv) {
      return new long[] {conv.filters(), step.in().channels(), conv.kernel(), conv.kernel()};
    }
    return new long[] {step.in().size(), step.out().size()};
  }

  /** Returns for each place of DL4J's array where the number stands in ours. */
  private static int[] places(Step step, String name) {
    int[] out = new int[step.lengths()[names(step).indexOf(name)]];
    Arrays.setAll(out, i -> i);
    if (name.equals("W") && step.layer() instanceof Layer.Conv conv) {
      int side = conv.kernel() * conv.kernel();
      int channels = step.in().channels();
      for (int i = 0; i < out.length; i++) {
        int place = i % side;
        int channel = i / side % channels;
        int filter = i / side / channels;
        out[i] = (place * channels + channel) * conv.filters() + filter;
      }
    } else if (name.equals("W") && !step.in().isFlat()) {
      int places = step.in().height() * step.in().width();
      int channels = step.in().channels();
      int units = step.out().size();
      for (int i = 0; i < out.length; i++) {
        int input = i / units;
        out[i] = (input % places * channels + input / places) * units + i % units;
      }
    }
    return out;
  }
}
