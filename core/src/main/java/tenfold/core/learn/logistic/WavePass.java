package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Around;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Repeatable;

/**
 * Looks at the models of a wave. A chunk's logits are one product, its derivatives another; between
 * them each model has its own rows: those that train it, those that only score it (its fold's), and
 * in an ordered cut those that it may not see. A chunk's rows stand in the order of their parts, so
 * these are stretches.
 */
record WavePass(Wave wave) implements Aggregation<Gathered>, Repeatable<Gathered> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "logistic: %d models".formatted(wave.models());
  }

  @Override
  public Record address(int group) {
    return wave.name();
  }

  @Override
  public Class<Gathered> kind() {
    return Gathered.class;
  }

  @Override
  public Gathered zero() {
    return Gathered.none(wave);
  }

  @Override
  public Gathered merge(Gathered into, Gathered from) {
    into.merge(from);
    return into;
  }

  @Override
  public void add(Gathered into, Block block) {
    Product product =
        wave.wants(Detail.LOOKED_UP) ? new LookedUp(wave, block) : new Dense(wave, block);
    Lines lines = product.lines();
    int columns = wave.models() * link().outputs();
    double[] z = new double[lines.ld() * columns];
    double[] r = new double[lines.ld() * (columns + 1)]; // a column to spare, as in the chunk
    while (lines.next()) {
      product.logits(z);
      for (int m = 0; m < wave.models(); m++) {
        model(into, lines, m, z, r);
      }
      for (int slot = 0; slot < wave.slots(); slot++) {
        int from = wave.slots() == 1 ? 0 : lines.begin(slot);
        int to = wave.slots() == 1 ? lines.rows() : lines.begin(slot + 1);
        if (from < to) {
          product.addGradient(r, from, to, into.gradient(slot));
        }
      }
    }
  }

  private void model(Gathered into, Lines lines, int m, double[] z, double[] r) {
    int rows = lines.rows();
    int fold = wave.fold(m);
    if (fold == Wave.WHOLE) {
      train(into, lines, m, 0, rows, z, r);
      return;
    }
    int begin = lines.begin(fold);
    int end = lines.begin(fold + 1);
    Cut cut = wave.layout().cut();
    int again = cut.order() == Around.Order.ALL_OTHERS ? end : lines.begin(cut.folds());
    train(into, lines, m, 0, begin, z, r);
    train(into, lines, m, again, rows, z, r);
    if (begin < end) {
      link().held(lines, begin, end, z, at(lines, m), into.held(m));
    }
    for (int o = 0; o < link().outputs(); o++) {
      int at = at(lines, m) + o * lines.ld();
      Arrays.fill(r, at + begin, at + again, 0);
    }
  }

  private Link link() {
    return wave.layout().link();
  }

  private int at(Lines lines, int m) {
    return m * link().outputs() * lines.ld();
  }

  private void train(Gathered into, Lines lines, int m, int from, int to, double[] z, double[] r) {
    if (from >= to) {
      return;
    }
    Link link = link();
    Link.Tally tally = new Link.Tally();
    double[] factor = wave.factor(m);
    if (wave.wants(Detail.COST)) {
      link.train(lines, from, to, z, at(lines, m), factor, r, tally);
    } else {
      tally.wrong = link.residuals(lines, from, to, z, at(lines, m), factor, r);
    }
    into.add(m, tally);
    if (!wave.wants(Detail.CURVATURE)) {
      return;
    }
    for (int slot = 0; slot < wave.slots(); slot++) {
      int first = wave.slots() == 1 ? from : Math.max(from, lines.begin(slot));
      int last = wave.slots() == 1 ? to : Math.min(to, lines.begin(slot + 1));
      if (first < last) {
        double[] h = into.curvature(slot, m);
        int p = wave.layout().columns();
        link.curve(lines, first, last, wave.stride(), z, at(lines, m), factor, p, h);
      }
    }
  }
}
