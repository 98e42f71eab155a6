package tenfold.core.learn.tree;

import java.util.ArrayDeque;
import java.util.Optional;
import tenfold.core.data.Column;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Split.Missing;

/**
 * Grows a tree on rows of a coded table: greedy, binary splits, by the rules of Breiman, Friedman,
 * Olshen and Stone, <i>Classification and Regression Trees</i>.
 *
 * <p>A node's rows stand side by side and in table order; a split parts them, and the riders with
 * them. A node's histograms come in one of two ways: a large node's are counted for all columns at
 * once, and the larger child's are the parent's less the smaller child's ({@link Histograms}); a
 * small node, or one that draws features, counts a column at a time and looks only at the codes
 * that its rows have ({@link Search}). Work: rows times columns for each level of the tree, less
 * what the subtraction saves.
 *
 * <p>One grower grows many trees, one at a time.
 */
public final class Grower {

  /** Bytes of codes that stay in a core's own cache. */
  private static final int NEAR_BYTES = 256 << 10;

  private final Table table;
  private final Limits limits;
  private final NodeRows node;
  private final Scan scan;
  private final Histograms histograms;
  private final Search search;
  private final Parting parting;
  private final boolean[] goesLeft = new boolean[Column.CODES + 1];
  private final int[] input;
  private final int[] level;

  private FeatureDraw draw;
  private Source whole;
  private Source source;
  private Source near;
  private final int nearRows;
  private final int[] origin;
  private int[] rows;
  private int[] riders;
  private Nodes nodes;
  private double centre;

  /**
   * A grower.
   *
   * @param impurity entropy or gini for classes, variance for numbers
   * @param limits the loosest that are asked for
   */
  public Grower(Table table, Impurity impurity, Limits limits) {
    this.table = table;
    this.limits = limits;
    node = new NodeRows(table.rows(), table.classes().size());
    scan = new Scan(impurity, node.width());
    histograms = new Histograms(table, node);
    search = new Search(table, node, scan, histograms);
    parting = new Parting(table.rows());
    nearRows = Math.max(64, NEAR_BYTES / Math.max(1, table.columns().size()));
    origin = new int[nearRows];
    input = new int[table.columns().size()];
    level = new int[table.columns().size()];
    for (int c = 1; c < input.length; c++) {
      Column column = table.columns().get(c);
      boolean more = column.name().equals(table.columns().get(c - 1).name());
      input[c] = input[c - 1] + (more ? 0 : 1);
      level[c] = more ? level[c - 1] + table.columns().get(c - 1).codes() : 0;
    }
  }

  /**
   * Grows a tree.
   *
   * @param rows that grow it, ascending; at least one; reordered
   * @param times how often each row of the table was drawn; empty: each of {@code rows} once
   * @param riders rows led through the tree, ascending; reordered
   * @param features that nodes draw; empty: all
   */
  public Grown grow(
      int[] rows, Optional<double[]> times, int[] riders, Optional<FeatureDraw> features) {
    this.rows = rows;
    this.riders = riders;
    draw = features.filter(d -> d.count() < d.features()).orElse(null);
    whole = Source.of(table, times.orElse(null));
    near = whole.buffer(Math.min(nearRows, rows.length));
    source = whole;
    nodes = new Nodes(node.outputs());
    node.take(source, rows, 0, rows.length);
    centre = node.middle();
    grow(new Open(nodes.add(1), 0, 1, new Span(0, rows.length, 0, riders.length), null));
    return new Grown(nodes.tree(), nodes.spans(), rows, riders);
  }

  /** The stretches of the rows and of the riders that came to a node. */
  private record Span(int from, int to, int riderFrom, int riderTo) {
    int size() {
      return to - from;
    }
  }

  /**
   * A node that is still to be split.
   *
   * @param histogram of its rows, given up with it; null where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Open(int id, int depth, long path, Span span, double[] histogram) {}

  /** Grows the tree below a node, left before right; small subtrees on a copy of their rows. */
  private void grow(Open root) {
    ArrayDeque<Open> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (source == whole && next.span.size() <= nearRows) {
        nearby(next);
      } else {
        step(next, open);
      }
    }
  }

  private void nearby(Open root) {
    Span span = root.span;
    near.fill(whole, rows, span.from, span.to);
    for (int i = span.from; i < span.to; i++) {
      origin[i - span.from] = rows[i];
      rows[i] = i - span.from;
    }
    source = near;
    grow(root);
    source = whole;
    for (int i = span.from; i < span.to; i++) {
      rows[i] = origin[rows[i]];
    }
  }

  /** Looks at one node and, if it is split, opens its children. */
  private void step(Open its, ArrayDeque<Open> open) {
    Span span = its.span;
    node.take(source, rows, span.from, span.to);
    nodes.span(its.id, span.from, span.to, span.riderFrom, span.riderTo);
    nodes.rows(its.id, node.sum());
    for (int c = 0; c < node.outputs(); c++) {
      nodes.value(its.id, c, node.output(c));
    }
    if (node.pure() || !limits.split(its.depth, node.sum(), Double.POSITIVE_INFINITY)) {
      histograms.give(its.histogram);
      return;
    }
    double[] histogram = histogram(its);
    node.centre(source, rows, span.from, span.to, node.far(centre) ? node.middle() : centre);
    if (histogram != null && its.histogram == null) {
      histograms.count(source, histogram, rows, span.from, span.to);
    }
    Split best = new Split();
    scan.begin(node.sum(), !table.weighted());
    double parent = scan.score(node.total(), 0);
    best.clear(parent, Limits.GAIN * node.sum() * node.grain());
    if (draw != null) {
      search.drawn(draw, its.path, source, rows, span.from, span.to, best);
    } else if (histogram != null) {
      search.all(histogram, best);
    } else {
      search.all(source, rows, span.from, span.to, best);
    }
    double gain = (best.score - parent) / node.sum();
    if (best.column < 0 || !limits.split(its.depth, node.sum(), gain)) {
      histograms.give(histogram);
      return;
    }
    split(its, best, gain, histogram, open);
  }

  /** The histogram that a node has or, of any content, gets; null where it counts by columns. */
  private double[] histogram(Open its) {
    if (node.far(centre)) {
      histograms.give(its.histogram);
      return null;
    }
    boolean asks = its.histogram == null && draw == null;
    return asks && its.span.size() >= histograms.worthwhile() ? histograms.take() : its.histogram;
  }

  private void split(Open its, Split best, double gain, double[] histogram, ArrayDeque<Open> open) {
    Span span = its.span;
    Column column = table.columns().get(best.column);
    Cut cut = Cut.of(column, best, level[best.column]);
    boolean seen = best.missing != Missing.UNSEEN;
    new Parting.Rule(column, cut.code(), best.missing == Missing.LEFT).fill(goesLeft);
    int mid = parting.part(rows, span.from, span.to, source.codes(best.column), goesLeft);
    boolean left =
        seen
            ? best.missing == Missing.LEFT
            : best.leftWeight >= (0.5 - Limits.GAIN) * node.sum(); // sums of weights are rounded
    new Parting.Rule(column, cut.code(), left).fill(goesLeft);
    int riderMid =
        parting.part(riders, span.riderFrom, span.riderTo, table.codes(best.column), goesLeft);
    int child = nodes.add(2);
    nodes.split(its.id, input[best.column], cut.threshold(), left, gain, child);

    Span one = new Span(span.from, mid, span.riderFrom, riderMid);
    Span two = new Span(mid, span.to, riderMid, span.riderTo);
    double[] first = null;
    double[] second = null;
    boolean oneIsSmall = one.size() <= two.size();
    Span small = oneIsSmall ? one : two;
    if (histogram != null
        && !table.weighted()
        && its.depth + 1 < limits.maxDepth()
        && span.size() - small.size() >= histograms.worthwhile()) {
      double[] less = histograms.take();
      if (less != null) {
        node.take(source, rows, small.from, small.to);
        node.centre(source, rows, small.from, small.to, centre);
        histograms.count(source, less, rows, small.from, small.to);
        Histograms.subtract(histogram, less);
        if (small.size() < histograms.worthwhile()) {
          histograms.give(less);
          less = null;
        }
        first = oneIsSmall ? less : histogram;
        second = oneIsSmall ? histogram : less;
        histogram = null;
      }
    }
    histograms.give(histogram);
    int below = its.depth + 1;
    open.push(new Open(child + 1, below, FeatureDraw.right(its.path), two, second));
    open.push(new Open(child, below, FeatureDraw.left(its.path), one, first));
  }
}
