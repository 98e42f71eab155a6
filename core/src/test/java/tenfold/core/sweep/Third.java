package tenfold.core.sweep;

import java.util.concurrent.CountDownLatch;
import tenfold.core.data.Table;

/**
 * Counts pieces; the third group's last does what it should not.
 *
 * @param what throws or hangs
 */
record Third(int groups, int pieces, String what) implements Pieces<Table, int[], Integer> {

  @Override
  public String label() {
    return "third";
  }

  @Override
  public int pieces(int group) {
    return pieces;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public int[] zero(Table table, int group) {
    return new int[1];
  }

  @Override
  public void add(int[] into, Table table, int group, int piece) {
    into[0]++;
    if (group == 2 && piece == pieces - 1) {
      if (what.equals("hangs")) {
        hang();
      }
      throw new IllegalStateException("the third group " + what);
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int[] merge(int[] into, int[] from) {
    into[0] += from[0];
    return into;
  }

  @Override
  public Integer finish(Table table, int group, int[] all) {
    return all[0];
  }
}
