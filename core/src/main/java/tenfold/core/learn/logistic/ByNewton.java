package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenfold.core.learn.logistic.CutSweep.AtLambda;
import tenfold.core.learn.logistic.Descent.State;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Around;

/**
 * Newton's method for all models of a cut at once.
 *
 * <p>The whole training part's models come first, all lambdas in the same passes. The pass that
 * looks at them near their optimum keeps its derivatives part by part; a fold's are the sum of the
 * other parts', so every model of every fold gets an exact Newton step from a pass over the whole
 * part's few. From there each goes on with the second derivatives it has ({@link Chase}); the pass
 * that finds it converged is the one that scores it. What gets stuck is fitted by Newton's method
 * on its own rows.
 */
final class ByNewton {

  /** Gain of the last step after which folds set out: the next would gain far less. */
  private static final double NEAR = 1e-4;

  private static final Set<Detail> SLOPES = EnumSet.noneOf(Detail.class);
  private static final Set<Detail> CURVED = EnumSet.of(Detail.COST, Detail.CURVATURE);
  private static final Set<Detail> BY_PART = EnumSet.of(Detail.CURVATURE, Detail.BY_PART);

  /** Far from the optimum a share of the rows shows the way: a third less work for a sweep. */
  private static final Set<Detail> SAMPLED =
      EnumSet.of(Detail.COST, Detail.CURVATURE, Detail.SAMPLED);

  private final Layout layout;
  private final Passes passes;
  private final List<AtLambda> all;

  ByNewton(Layout layout, Passes passes, List<AtLambda> all) {
    this.layout = layout;
    this.passes = passes;
    this.all = all;
  }

  /** Brings all models to their optimum; makes the passes that it takes. */
  void from(double[] start) {
    List<Model> wholes = all.stream().map(AtLambda::whole).toList();
    wholes.forEach(m -> m.by(new Newton(start, NEAR)));
    passes.advance(wholes, SAMPLED);
    List<double[]> near = wholes.stream().map(Model::plain).toList();
    boolean parts = passes.fit(BY_PART);
    passes.look(
        wholes,
        parts ? BY_PART : CURVED,
        (model, gathered, m) -> {
          int lambda = wholes.indexOf(model);
          if (parts) {
            chaseByPart(all.get(lambda), near.get(lambda), gathered, m);
          } else {
            chaseWhole(all.get(lambda), near.get(lambda), gathered, m);
          }
        });
    passes.advance(all.stream().flatMap(AtLambda::models).toList(), SLOPES);
    List<Model> stuck = new ArrayList<>();
    for (int lambda = 0; lambda < near.size(); lambda++) {
      double[] plain = near.get(lambda);
      List<Model> its =
          all.get(lambda).models().filter(m -> m.descent().state() == State.STUCK).toList();
      its.forEach(m -> m.by(new Newton(m.standard(plain), 0)));
      stuck.addAll(its);
    }
    passes.advance(stuck, CURVED);
  }

  /** Sends the models of a lambda on their way from where the whole part's stands. */
  private void chaseByPart(AtLambda one, double[] plain, Gathered gathered, int m) {
    Cut cut = layout.cut();
    Around<double[]> gradients = cut.around(part -> slice(gathered.gradient(part), m));
    Around<double[]> curvatures = cut.around(part -> gathered.curvature(part, m));
    chase(one.whole(), plain, gradients.all(), factor(one.whole(), curvatures.all()));
    for (Model fold : one.folds()) {
      double[] gradient = gradients.training(fold.fold());
      chase(fold, plain, gradient, factor(fold, curvatures.training(fold.fold())));
    }
  }

  /** The same where derivatives of parts are too many to be held: the whole part's must do. */
  private void chaseWhole(AtLambda one, double[] plain, Gathered gathered, int m) {
    Factor factor = factor(one.whole(), gathered.curvature(0, m));
    chase(one.whole(), plain, slice(gathered.gradient(0), m), factor);
    one.folds().forEach(fold -> fold.by(new Chase(fold.standard(plain), factor)));
  }

  private void chase(Model model, double[] plain, double[] gradient, Factor factor) {
    double[] v = model.standard(plain);
    double[] step = factor.step(model.set().gradient(gradient, 0, v, model.lambda()));
    model.by(new Chase(Rule.along(v, 1, step), factor));
  }

  private Factor factor(Model model, double[] curvature) {
    int order = layout.order();
    return Factor.of(model.set().curvature(curvature, order, model.lambda()), order);
  }

  private double[] slice(double[] gradient, int m) {
    int order = layout.order();
    return Arrays.copyOfRange(gradient, m * order, (m + 1) * order);
  }
}
