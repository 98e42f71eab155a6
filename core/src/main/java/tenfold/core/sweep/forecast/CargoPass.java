package tenfold.core.sweep.forecast;

import java.util.ArrayList;
import java.util.SplittableRandom;
import tenfold.core.data.Block;
import tenfold.core.sweep.Aggregation;

/**
 * A pass that computes nothing and brings the driver something from every partition: random bits,
 * which no shuffle can press together.
 *
 * @param numbers from each partition, of 8 bytes
 */
record CargoPass(int numbers) implements Aggregation<ArrayList<double[]>> {

  @Override
  public String label() {
    return "measuring a pass";
  }

  @Override
  public ArrayList<double[]> zero() {
    return new ArrayList<>();
  }

  @Override
  public void add(ArrayList<double[]> into, Block block) {
    if (into.isEmpty()) {
      into.add(new SplittableRandom(block.place()).doubles(numbers).toArray());
    }
  }

  @Override
  public ArrayList<double[]> merge(ArrayList<double[]> into, ArrayList<double[]> from) {
    return into.isEmpty() ? from : into;
  }
}
