package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/**
 * Passes over the data for models that ask: as many at a time as fit into memory, however many
 * executors there are, so that no result depends on them.
 */
final class Fits {

  /** Bytes of statistics that a task holds. */
  static final long BUDGET = 64L << 20;

  /** Rows of a chunk weigh as much for every column as that many numbers. */
  private static final long BUFFERS = 2 * 504;

  private final Engine engine;
  private final Problem problem;
  private final Terms terms;
  private final Cut cut;

  Fits(Engine engine, Problem problem, Terms terms, Cut cut) {
    this.engine = engine;
    this.problem = problem;
    this.terms = terms;
    this.cut = cut;
  }

  /** Bytes that a model takes of a task. */
  static long bytes(long outputs, long columns, long slots, Set<Detail> details) {
    long order = outputs * columns;
    long derivatives = order + (details.contains(Detail.CURVATURE) ? order * order : 0);
    return (slots * derivatives + outputs * BUFFERS + order) * Double.BYTES;
  }

  /** What is done with what a pass says of some models. */
  interface Look {
    void at(List<Model> models, Gathered gathered);
  }

  /** Looks at all models where they stand, in one pass or more. */
  void look(List<Model> models, Set<Detail> details, Look look) {
    int outputs = Link.of(problem.classes().size()).outputs();
    long slots = details.contains(Detail.BY_PART) ? cut.parts() : 1;
    long each = bytes(outputs, terms.count() + 1L, slots, details);
    int group = (int) Math.max(1, Math.min(models.size(), BUDGET / each));
    for (int from = 0; from < models.size(); from += group) {
      List<Model> some = models.subList(from, Math.min(models.size(), from + group));
      look.at(some, engine.aggregate(new WavePass(wave(some, details))));
    }
  }

  /** Looks at models until none of them asks. */
  void advance(List<Model> models, Set<Detail> details) {
    List<Model> asking = models.stream().filter(Model::asks).toList();
    while (!asking.isEmpty()) {
      look(
          asking,
          details,
          (some, gathered) -> {
            for (int m = 0; m < some.size(); m++) {
              some.get(m).tell(gathered, m);
            }
          });
      asking = asking.stream().filter(Model::asks).toList();
    }
  }

  private Wave wave(List<Model> models, Set<Detail> details) {
    List<double[]> weights = new ArrayList<>();
    models.forEach(m -> weights.add(m.plain()));
    int order = weights.get(0).length;
    double[] all = new double[Math.multiplyExact(order, models.size())];
    for (int m = 0; m < models.size(); m++) {
      System.arraycopy(weights.get(m), 0, all, m * order, order);
    }
    int[] fold = models.stream().mapToInt(Model::fold).toArray();
    double[][] factor = new double[models.size()][];
    Arrays.setAll(factor, m -> models.get(m).set().factor());
    return new Wave(problem, terms, cut, fold, all, factor, details);
  }
}
