package tenfold.core.learn.network;

import java.util.stream.IntStream;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Repeatable;

/** One network trained on all rows for so many epochs. */
record WholeFit(Ends ends, Fitting fitting, int epochs, double shift, Seed seed)
    implements Fits<RawTable, NetworkModel>, Repeatable<NetworkModel> {

  @Override
  public String label() {
    return "network: training on all rows";
  }

  @Override
  public String name(Packing.Run run) {
    return "all rows · network";
  }

  @Override
  public int groups() {
    return 1;
  }

  @Override
  public Record address(int group) {
    return this;
  }

  @Override
  public Class<NetworkModel> kind() {
    return NetworkModel.class;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public NetworkModel fit(RawTable table, int group) {
    int[] all = IntStream.range(0, table.rows()).toArray();
    try (Training training = new Training(table, all, ends, fitting, shift, seed)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        training.epoch();
      }
      return training.model(training.network(), shift);
    } catch (Diverged e) {
      throw new IllegalStateException("models.network, trained on all rows: " + e.getMessage(), e);
    }
  }
}
