package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Terms;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/** Laws that hold whichever way models go to their optimum, and however many at a time. */
class LogisticLawsTest {

  private static final List<Double> LAMBDAS = List.of(0.1, 1.0, 10.0);

  /** Little room or much, with second derivatives and without, names spread or looked up. */
  enum Given {
    USUAL(300, 64 << 20, 20),
    A_FEW_AT_A_TIME(300, 100_000, 20),
    ONE_BY_ONE(300, 1, 20),
    LOOKED_UP(300, 64 << 20, 0),
    QUASI_NEWTON(0, 64 << 20, 20),
    QUASI_NEWTON_LOOKED_UP(0, 64 << 20, 0),
    QUASI_NEWTON_ONE_BY_ONE(0, 1, 20);

    private final int weights;
    private final long bytes;
    private final int levels;

    Given(int weights, long bytes, int levels) {
      this.weights = weights;
      this.bytes = bytes;
      this.levels = levels;
    }

    private Room room() {
      return new Room(weights, bytes, levels);
    }
  }

  private static LogisticGrid grid(int degree, List<Double> lambdas, ClassWeight classWeight) {
    return new LogisticGrid(List.of(degree), lambdas, true, classWeight);
  }

  private static LogisticSweep sweep(LogisticGrid grid, Given given, Posed posed) {
    return new LogisticSweep(grid, given.room(), posed.engine(1), posed.problem(), Set.of());
  }

  /** The rule of methods.md, by first and second derivatives at the weights of every model. */
  @Property
  void everyModelConverges(
      @ForAll Given given, @ForAll ClassWeight classWeight, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, Task.CLASSIFICATION, Way.OWN);
    int degree = 1 + random.nextInt(2);
    var encoder = posed.problem().encoder();
    Terms terms =
        new Terms(encoder.indicators(), encoder.numbers().size(), degree, Terms.Mixing.ALL);
    Layout layout = new Layout(posed.problem(), terms, Cut.of(posed.problem().folds(), 0));
    CutSweep sweep =
        new CutSweep(grid(degree, LAMBDAS, classWeight), given.room(), posed.engine(1), layout);
    sweep.all().forEach(one -> one.models().forEach(model -> checkConverged(model, layout, posed)));
  }

  private static void checkConverged(Model model, Layout layout, Posed posed) {
    assertThat(model.descent().state()).isEqualTo(Descent.State.CONVERGED);
    double[] plain = model.plain();
    Wave wave =
        new Wave(
            layout,
            new int[] {model.fold()},
            plain,
            new double[][] {model.set().factor()},
            EnumSet.of(Detail.COST, Detail.CURVATURE));
    Gathered there = posed.engine(1).aggregate(new WavePass(wave));
    double[] v = model.standard(plain);
    double cost = model.set().cost(there.loss(0), v, model.lambda());
    double[] gradient = model.set().gradient(there.gradient(0), 0, v, model.lambda());
    double[] h = model.set().curvature(there.curvature(0, 0), v.length, model.lambda());
    double decrement = -Rule.dot(gradient, Factor.of(h, v.length).step(gradient)) / 2;
    double most = Math.max(1, Math.abs(cost));
    double norm = Math.sqrt(Rule.dot(gradient, gradient));
    assertThat(norm <= 1e-9 * most || decrement <= 1e-13 * most)
        .as("gradient of %s, decrement of %s", norm, decrement)
        .isTrue();
  }

  /** More models than fit, or no second derivatives, come to the same scores. */
  @Property
  void roomChangesNoScore(@ForAll Given given, @ForAll Way way, @ForAll long seed) {
    Assume.that(!way.outOfBag() && given != Given.USUAL);
    Posed posed = Posed.learnable(new Random(seed), Task.CLASSIFICATION, way);
    LogisticGrid grid = grid(1, LAMBDAS, ClassWeight.NONE);
    List<Result> usual = sweep(grid, Given.USUAL, posed).results();
    List<Result> found = sweep(grid, given, posed).results();
    for (int c = 0; c < LAMBDAS.size(); c++) {
      Scored expected = (Scored) usual.get(c).outcome();
      Scored scored = (Scored) found.get(c).outcome();
      assertThat(scored.notes()).isEmpty();
      checkAlike(scored.metrics(), expected.metrics());
      for (int f = 0; f < expected.folds().size(); f++) {
        FoldScore fold = expected.folds().get(f);
        checkAlike(scored.folds().get(f).metrics(), fold.metrics());
      }
    }
  }

  private static void checkAlike(Map<String, Double> found, Map<String, Double> expected) {
    double loss = expected.get("log_loss");
    assertThat(found.get("log_loss")).isCloseTo(loss, within(1e-6 * loss));
  }

  /**
   * Softmax of two classes with lambda doubled is logistic regression: its weights are half as
   * large, of either class, so their squares sum to half. A third class that fold 0 alone holds out
   * makes fold 0's model such a softmax.
   */
  @Property
  void softmaxOfTwoClassesWithLambdaDoubledIsLogistic(@ForAll Given given, @ForAll long seed) {
    Random random = new Random(seed);
    List<Rows.Line> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Object> x = List.of(random.nextGaussian(), "k" + random.nextInt(3));
      String y = (Double) x.get(0) + random.nextGaussian() > 0 ? "b" : "a";
      lines.add(new Rows.Line(i, x, y, 1, "g", i, i % 3));
    }
    List<Feature> features = List.of(new Feature("x", Kind.NUMBER), new Feature("k", Kind.NAME));
    Posed two = Posed.learnable(Rows.of(features, lines), Way.OWN, new Random(seed));
    lines.add(new Rows.Line(40, List.of(0.5, "k0"), "c", 1, "g", 40, 0));
    Posed three = Posed.learnable(Rows.of(features, lines), Way.OWN, new Random(seed));
    List<Double> doubled = LAMBDAS.stream().map(lambda -> 2 * lambda).toList();
    LogisticSweep logistic = sweep(grid(1, LAMBDAS, ClassWeight.NONE), given, two);
    LogisticSweep softmax = sweep(grid(1, doubled, ClassWeight.NONE), given, three);
    for (int c = 0; c < LAMBDAS.size(); c++) {
      var expected = two.byId(logistic.outOfFold(logistic.results().get(c).candidate())::predict);
      var found = three.byId(softmax.outOfFold(softmax.results().get(c).candidate())::predict);
      for (Rows.Line line : lines.subList(0, 40)) {
        if (line.fold() == 0) {
          String id = Integer.toString(line.id());
          assertThat(found.get(id).get(2)).isZero();
          assertThat(found.get(id).get(1)).isCloseTo(expected.get(id).get(1), within(1e-6));
        }
      }
    }
  }

  /** Weights of a few thousand make logits of ten thousand: scores stay numbers. */
  @Property(tries = 20)
  void hugeInputsLeaveScoresFinite(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] x = new double[30][2];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = x[i][0] > 0 ? "b" : "a";
    }
    x[0][1] = 1e6; // alone in its fold, at a logit that no training row comes near
    Posed posed = Posed.learnable(Rows.numbers(x, y), Way.OWN, random);
    for (Result result :
        sweep(grid(1, List.of(0.0, 1e-9), ClassWeight.NONE), Given.USUAL, posed).results()) {
      Scored scored = (Scored) result.outcome();
      assertThat(scored.metrics().get("log_loss")).isFinite();
      assertThat(scored.folds()).allMatch(fold -> Double.isFinite(fold.metrics().get("log_loss")));
    }
  }
}
