package tenfold.core.learn.logistic;

import tenfold.core.data.Block;
import tenfold.core.sweep.Aggregation;

/** Gathers the sums of every part of a cut. */
record SumsPass(Layout layout) implements Aggregation<Sums> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "logistic: sums of terms";
  }

  @Override
  public Sums zero() {
    return new Sums(layout.cut().parts(), layout.classes(), layout.terms().count());
  }

  @Override
  public void add(Sums into, Block block) {
    Lines lines = layout.lines(block);
    while (lines.next()) {
      for (int part = 0; part < layout.cut().parts(); part++) {
        int from = lines.begin(part);
        int to = lines.begin(part + 1);
        if (from < to) {
          into.add(part, layout.classes(), layout.terms().count(), lines, from, to);
        }
      }
    }
  }

  @Override
  public Sums merge(Sums into, Sums from) {
    into.merge(from);
    return into;
  }
}
