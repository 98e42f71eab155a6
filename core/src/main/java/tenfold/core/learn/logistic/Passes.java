package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Parallel;

/**
 * Passes over the data for models that ask: as many at a time as there is room for, however many
 * executors there are, so that no result depends on them.
 */
final class Passes {

  /** Rows of a chunk weigh as much for every column as that many numbers. */
  private static final long BUFFERS = 2 * 504;

  private final Engine engine;
  private final Layout layout;
  private final Room room;

  Passes(Engine engine, Layout layout, Room room) {
    this.engine = engine;
    this.layout = layout;
    this.room = room;
  }

  /** Whether a task has room for such a pass over a model. */
  boolean fit(Set<Detail> details) {
    return bytes(details) <= room.bytes();
  }

  /**
   * What is done with what a pass says of a model, the number {@code m} of those it looked at;
   * several models may be at it side by side.
   */
  interface Look {
    void at(Model model, Gathered gathered, int m);
  }

  /** Looks at all models where they stand, in one pass or more. */
  void look(List<Model> models, Set<Detail> details, Look look) {
    int group = (int) Math.max(1, Math.min(models.size(), room.bytes() / bytes(details)));
    for (int from = 0; from < models.size(); from += group) {
      List<Model> some = models.subList(from, Math.min(models.size(), from + group));
      Gathered gathered = engine.aggregate(new WavePass(wave(some, details)));
      List<Callable<Model>> tasks = new ArrayList<>();
      for (int m = 0; m < some.size(); m++) {
        int number = m;
        tasks.add(
            () -> {
              look.at(some.get(number), gathered, number);
              return some.get(number);
            });
      }
      Parallel.run(engine.slots(), tasks);
    }
  }

  /** Looks at models until none of them asks. */
  void advance(List<Model> models, Set<Detail> details) {
    List<Model> asking = models.stream().filter(Model::asks).toList();
    while (!asking.isEmpty()) {
      look(asking, details, Model::tell);
      asking = asking.stream().filter(Model::asks).toList();
    }
  }

  /** Bytes that a model takes of a task. */
  private long bytes(Set<Detail> details) {
    long order = layout.order();
    long slots = details.contains(Detail.BY_PART) ? layout.cut().parts() : 1;
    long derivatives = order + (details.contains(Detail.CURVATURE) ? order * order : 0);
    return (slots * derivatives + layout.link().outputs() * BUFFERS + order) * Double.BYTES;
  }

  private Wave wave(List<Model> models, Set<Detail> asked) {
    Set<Detail> details = EnumSet.noneOf(Detail.class);
    details.addAll(asked);
    if (layout.manyLevels(room.levels()) && !asked.contains(Detail.CURVATURE)) {
      details.add(Detail.LOOKED_UP);
    }
    int order = layout.order();
    double[] weights = new double[Math.multiplyExact(order, models.size())];
    for (int m = 0; m < models.size(); m++) {
      System.arraycopy(models.get(m).plain(), 0, weights, m * order, order);
    }
    int[] fold = models.stream().mapToInt(Model::fold).toArray();
    double[][] factor = new double[models.size()][];
    Arrays.setAll(factor, m -> models.get(m).set().factor());
    return new Wave(layout, fold, weights, factor, details);
  }
}
