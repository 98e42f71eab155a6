package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.sweep.Engine;

/**
 * All lambdas on all folds of one cut, at one degree. Models of few weights go by {@link ByNewton}.
 * With too many weights for second derivatives the whole training part's models go by {@link
 * Lbfgs}, all lambdas in the same passes, and the folds set out from where it ended at the same
 * lambda.
 */
final class CutSweep {

  private static final Set<Detail> COSTS = EnumSet.of(Detail.COST);

  private final int outputs;
  private final List<AtLambda> all = new ArrayList<>();

  /** The models of one lambda: of the whole training part, and of each fold. */
  record AtLambda(Model whole, List<Model> folds) {

    /** All of them. */
    Stream<Model> models() {
      return Stream.concat(Stream.of(whole), folds.stream());
    }
  }

  /** Sweeps: makes all passes that it takes. */
  CutSweep(LogisticGrid grid, Room room, Engine engine, Layout layout) {
    outputs = layout.link().outputs();
    TrainingSets sets = TrainingSets.gather(engine, layout, grid.classWeight());
    for (double lambda : grid.lambdas()) {
      List<Model> folds = new ArrayList<>();
      for (int f = 0; f < layout.cut().folds(); f++) {
        folds.add(new Model(f, lambda, sets.around(f), outputs));
      }
      all.add(new AtLambda(new Model(Wave.WHOLE, lambda, sets.whole(), outputs), folds));
    }
    Passes passes = new Passes(engine, layout, room);
    double[] start = sets.whole().start(outputs);
    if (layout.order() <= room.weights()) {
      new ByNewton(layout, passes, all).from(start);
    } else {
      lbfgs(passes, start);
    }
  }

  /** The models of each lambda, in the grid's order. */
  List<AtLambda> all() {
    return all;
  }

  private void lbfgs(Passes passes, double[] start) {
    all.forEach(one -> one.whole().by(new Lbfgs(start)));
    passes.advance(all.stream().map(AtLambda::whole).toList(), COSTS);
    for (AtLambda one : all) {
      for (Model model : one.folds()) {
        double[] v = model.standard(one.whole().plain());
        model.by(new Lbfgs(v, (Lbfgs) one.whole().descent()));
      }
    }
    passes.advance(all.stream().flatMap(one -> one.folds().stream()).toList(), COSTS);
  }
}
