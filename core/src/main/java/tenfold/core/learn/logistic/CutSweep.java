package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/**
 * All lambdas on all folds of one cut, at one degree.
 *
 * <p>The whole training part's models come first, all lambdas in the same passes. The pass that
 * looks at them near their optimum keeps its derivatives part by part; a fold's are the sum of the
 * other parts', so every model of every fold gets an exact Newton step from a pass over the whole
 * part's few. From there each goes on with the second derivatives it has ({@link Chase}); the pass
 * that finds it converged is the one that scores it. What gets stuck is fitted by Newton's method
 * on its own rows. With too many weights for second derivatives, folds set out from the whole
 * part's model at the same lambda by {@link Lbfgs}.
 */
final class CutSweep {

  /** Weights beyond which second derivatives cost more than they save. */
  static final int NEWTON = 300;

  /** Gain of the last step after which folds set out: the next would gain far less. */
  private static final double NEAR = 1e-4;

  private static final Set<Detail> SLOPES = EnumSet.noneOf(Detail.class);
  private static final Set<Detail> COSTS = EnumSet.of(Detail.COST);
  private static final Set<Detail> CURVED = EnumSet.of(Detail.COST, Detail.CURVATURE);
  private static final Set<Detail> SAMPLED =
      EnumSet.of(Detail.COST, Detail.CURVATURE, Detail.SAMPLED);
  private static final Set<Detail> BY_PART = EnumSet.of(Detail.CURVATURE, Detail.BY_PART);

  private final Cut cut;
  private final List<Double> lambdas;
  private final Fits fits;
  private final int outputs;
  private final int order;
  private final TrainingSet wholeSet;
  private final TrainingSet[] sets;
  private final List<Model> wholes = new ArrayList<>();
  private final List<Model> folds = new ArrayList<>();

  /** Sweeps: makes all passes that it takes. */
  CutSweep(LogisticGrid grid, Engine engine, Problem problem, Terms terms, Cut cut) {
    this.cut = cut;
    lambdas = grid.lambdas();
    fits = new Fits(engine, problem, terms, cut);
    int classes = problem.classes().size();
    outputs = Link.of(classes).outputs();
    order = outputs * (terms.count() + 1);
    Sums sums = engine.aggregate(new SumsPass(problem, terms, cut));
    Around<double[]> around = around(sums::part);
    wholeSet = TrainingSet.of(around.all(), around.all(), classes, grid.classWeight());
    sets = new TrainingSet[cut.folds()];
    for (int f = 0; f < sets.length; f++) {
      double[] its = around.training(f);
      sets[f] =
          problem.folds().leaveOneOut()
              ? wholeSet.with(its, grid.classWeight())
              : TrainingSet.of(its, around.all(), classes, grid.classWeight());
    }
    for (double lambda : lambdas) {
      wholes.add(new Model(Wave.WHOLE, lambda, wholeSet, outputs));
      for (int f = 0; f < sets.length; f++) {
        folds.add(new Model(f, lambda, sets[f], outputs));
      }
    }
    if (order <= NEWTON) {
      newton();
    } else {
      lbfgs();
    }
  }

  /** The model of the whole training part, by the lambda's place in the grid. */
  Model whole(int lambda) {
    return wholes.get(lambda);
  }

  /** The model that does without a fold. */
  Model fold(int lambda, int fold) {
    return folds.get(lambda * cut.folds() + fold);
  }

  private void newton() {
    double[] start = wholeSet.start(outputs);
    wholes.forEach(m -> m.by(new Newton(start, NEAR)));
    fits.advance(wholes, SAMPLED);
    List<double[]> near = wholes.stream().map(Model::plain).toList();
    long each = Fits.bytes(outputs, order / outputs, cut.parts(), BY_PART);
    boolean parts = each <= Fits.BUDGET / 2;
    fits.look(
        wholes,
        parts ? BY_PART : CURVED,
        (some, gathered) -> {
          for (int m = 0; m < some.size(); m++) {
            if (parts) {
              chaseByPart(some.get(m), gathered, m);
            } else {
              chaseWhole(some.get(m), gathered, m);
            }
          }
        });
    List<Model> all = new ArrayList<>(wholes);
    all.addAll(folds);
    fits.advance(all, SLOPES);
    List<Model> stuck =
        all.stream().filter(m -> m.descent().state() == Descent.State.STUCK).toList();
    for (Model model : stuck) {
      double[] from = near.get(lambdas.indexOf(model.lambda()));
      model.by(new Newton(standard(model.set(), from), 0));
    }
    fits.advance(stuck, CURVED);
  }

  /** Sends a whole part's model and those of its folds on their way from where it stands. */
  private void chaseByPart(Model whole, Gathered gathered, int m) {
    double[] plain = whole.plain();
    int at = lambdas.indexOf(whole.lambda());
    double lambda = whole.lambda();
    Around<double[]> gradients = around(part -> slice(gathered.gradient(part), m));
    Around<double[]> curvatures = around(part -> gathered.curvature(part, m));
    Factor factor = factor(wholeSet, curvatures.all(), lambda);
    whole.by(chase(wholeSet, plain, gradients.all(), factor, lambda));
    for (int f = 0; f < cut.folds(); f++) {
      Factor own = factor(sets[f], curvatures.training(f), lambda);
      fold(at, f).by(chase(sets[f], plain, gradients.training(f), own, lambda));
    }
  }

  /** The same where derivatives of parts are too many to be held: the whole part's must do. */
  private void chaseWhole(Model whole, Gathered gathered, int m) {
    double[] plain = whole.plain();
    int at = lambdas.indexOf(whole.lambda());
    Factor factor = factor(wholeSet, gathered.curvature(0, m), whole.lambda());
    whole.by(chase(wholeSet, plain, slice(gathered.gradient(0), m), factor, whole.lambda()));
    for (int f = 0; f < cut.folds(); f++) {
      fold(at, f).by(new Chase(standard(sets[f], plain), factor));
    }
  }

  private Factor factor(TrainingSet set, double[] plain, double lambda) {
    return Factor.of(set.curvature(plain, order, lambda), order);
  }

  private double[] standard(TrainingSet set, double[] plain) {
    double[] v = set.standard(plain);
    set.centre(v, outputs);
    return v;
  }

  private Chase chase(
      TrainingSet set, double[] plain, double[] gradient, Factor factor, double lambda) {
    double[] v = standard(set, plain);
    double[] step = factor.step(set.gradient(gradient, 0, v, lambda));
    return new Chase(Rule.along(v, 1, step), factor);
  }

  private void lbfgs() {
    double[] start = wholeSet.start(outputs);
    wholes.forEach(m -> m.by(new Lbfgs(start)));
    fits.advance(wholes, COSTS);
    for (Model model : folds) {
      Model whole = wholes.get(lambdas.indexOf(model.lambda()));
      double[] v = standard(model.set(), whole.plain());
      model.by(new Lbfgs(v, (Lbfgs) whole.descent()));
    }
    fits.advance(folds, COSTS);
  }

  private double[] slice(double[] gradient, int m) {
    return java.util.Arrays.copyOfRange(gradient, m * order, (m + 1) * order);
  }

  private Around<double[]> around(java.util.function.IntFunction<double[]> part) {
    return new Around<>(
        cut.folds(),
        cut.order() == Cut.Order.EARLIER_ONLY ? Around.Order.EARLIER_ONLY : Around.Order.ALL_OTHERS,
        part,
        Sums::plus);
  }
}
