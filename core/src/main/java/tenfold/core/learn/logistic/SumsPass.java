package tenfold.core.learn.logistic;

import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;

/** Gathers the sums of every part of a cut. */
record SumsPass(Problem problem, Terms terms, Cut cut) implements Aggregation<Sums> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "logistic: sums of terms";
  }

  @Override
  public Sums zero() {
    return new Sums(cut.parts(), problem.classes().size(), terms.count());
  }

  @Override
  public void add(Sums into, Block block) {
    Lines lines = new Lines(problem, terms, block, cut.rows(block));
    while (lines.next()) {
      for (int part = 0; part < cut.parts(); part++) {
        int from = lines.begin(part);
        int to = lines.begin(part + 1);
        if (from < to) {
          into.add(part, problem.classes().size(), terms.count(), lines, from, to);
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
