package tenfold.core.learn.boost;

import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Repeatable;

/**
 * One booster trained on all rows; what is kept is its file.
 *
 * @param rounds of it
 */
record WholeFit(Growing growing, int rounds, Seed seed)
    implements Fits<RawTable, byte[]>, Repeatable<byte[]> {

  @Override
  public String label() {
    return "boost: training on all rows";
  }

  @Override
  public String name(Packing.Run run) {
    return "all rows · boost · %d rounds".formatted(rounds);
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
  public Class<byte[]> kind() {
    return byte[].class;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public byte[] fit(RawTable table, int group) {
    int[] all = IntStream.range(0, table.rows()).toArray();
    try (Training training = new Training(table, all, new int[0], growing, seed)) {
      training.rounds(rounds);
      return training.file();
    } catch (XGBoostError e) {
      throw new IllegalStateException(Boosters.reason(e), e);
    }
  }
}
