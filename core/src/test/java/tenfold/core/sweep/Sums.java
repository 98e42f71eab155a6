package tenfold.core.sweep;

import java.util.Arrays;
import tenfold.core.data.Table;
import tenfold.core.seed.Hash;

/** Work whose pieces are numbers, made of the table's codes; the sum depends on every piece. */
final class Sums implements Pieces<Table, long[], String> {

  private static final long serialVersionUID = 1;

  private final int[] pieces;
  private final double[] cost;

  /** Groups of {@code pieces[g]} pieces that cost {@code cost[g]} each. */
  Sums(int[] pieces, double[] cost) {
    this.pieces = pieces;
    this.cost = cost;
  }

  /** Groups that are all alike. */
  static Sums even(int groups, int pieces) {
    int[] count = new int[groups];
    double[] cost = new double[groups];
    Arrays.fill(count, pieces);
    Arrays.fill(cost, 2.5);
    return new Sums(count, cost);
  }

  @Override
  public String label() {
    return "sums";
  }

  @Override
  public int groups() {
    return pieces.length;
  }

  @Override
  public int pieces(int group) {
    return pieces[group];
  }

  @Override
  public double cost(int group) {
    return cost[group];
  }

  @Override
  public long[] zero(Table table, int group) {
    return new long[2];
  }

  @Override
  public void add(long[] into, Table table, int group, int piece) {
    into[0]++;
    into[1] += Hash.of(Hash.of(group, piece), table.codes(0)[piece % table.rows()]);
  }

  @Override
  public long[] merge(long[] into, long[] from) {
    into[0] += from[0];
    into[1] += from[1];
    return into;
  }

  @Override
  public String finish(Table table, int group, long[] all) {
    return "group %d: %d pieces, %d".formatted(group, all[0], all[1]);
  }
}
