package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.learn.terms.Terms;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;

class LinkTest {

  /** A model of the whole training part, looked at wherever it is put. */
  private static final class Probe {
    private final Posed posed;
    private final Layout layout;
    private final TrainingSet set;

    Probe(Posed posed, ClassWeight classWeight) {
      this.posed = posed;
      var encoder = posed.problem().encoder();
      Terms terms = new Terms(encoder.indicators(), encoder.numbers().size(), 2, Terms.Mixing.ALL);
      layout = new Layout(posed.problem(), terms, Cut.of(posed.problem().folds(), 0));
      set = TrainingSets.gather(posed.engine(1), layout, classWeight).whole();
    }

    int order() {
      return layout.order();
    }

    Gathered at(double[] v) {
      Wave wave =
          new Wave(
              layout,
              new int[] {Wave.WHOLE},
              set.plain(v),
              new double[][] {set.factor()},
              EnumSet.of(Detail.COST, Detail.CURVATURE));
      return posed.engine(1).aggregate(new WavePass(wave));
    }

    double cost(double[] v, double lambda) {
      return set.cost(at(v).loss(0), v, lambda);
    }

    double[] gradient(double[] v, double lambda) {
      return set.gradient(at(v).gradient(0), 0, v, lambda);
    }
  }

  private static double[] shifted(double[] v, int j, double by) {
    double[] out = v.clone();
    out[j] += by;
    return out;
  }

  /** Gradients are differences of costs, second derivatives differences of gradients. */
  @Property
  void derivativesAreDifferences(@ForAll ClassWeight classWeight, @ForAll long seed) {
    Random random = new Random(seed);
    Probe probe = new Probe(Posed.learnable(random, Task.CLASSIFICATION, Way.OWN), classWeight);
    double lambda = random.nextDouble();
    double[] v = random.doubles(probe.order(), -0.5, 0.5).toArray();
    double[] gradient = probe.gradient(v, lambda);
    int n = v.length;
    double[] h = probe.set.curvature(probe.at(v).curvature(0, 0), n, lambda);
    int j = random.nextInt(n);
    double eps = 1e-5;
    double[] more = shifted(v, j, eps);
    double[] less = shifted(v, j, -eps);
    if (probe.set.plain(shifted(v, j, 1))[j] == probe.set.plain(v)[j]) {
      return; // a term that takes no part: its penalty is no part of the model
    }
    double slope = (probe.cost(more, lambda) - probe.cost(less, lambda)) / (2 * eps);
    assertThat(gradient[j]).isCloseTo(slope, within(1e-7));
    double[] up = probe.gradient(more, lambda);
    double[] down = probe.gradient(less, lambda);
    for (int i = 0; i < n; i++) {
      assertThat(h[j * n + i]).isCloseTo((up[i] - down[i]) / (2 * eps), within(1e-6));
    }
  }

  /** What is said without costs is what is said with them. */
  @Property
  void residualsAreTheSameWithoutCosts(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 400) double size) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, Task.CLASSIFICATION, Way.OWN);
    Probe probe = new Probe(posed, ClassWeight.NONE);
    double[] v = random.doubles(probe.order(), -size, size + 1).toArray();
    Gathered with = probe.at(v);
    Wave plain =
        new Wave(
            probe.layout,
            new int[] {Wave.WHOLE},
            probe.set.plain(v),
            new double[][] {probe.set.factor()},
            EnumSet.noneOf(Detail.class));
    Gathered without = posed.engine(1).aggregate(new WavePass(plain));
    assertThat(without.wrong(0)).isEqualTo(with.wrong(0));
    assertThat(without.gradient(0)).containsExactly(with.gradient(0), within(1e-9));
  }

  /** Softmax of two classes with half the weights each, and lambda doubled, is the sigmoid. */
  @Property
  void softmaxOfTwoIsTheSigmoid(@ForAll @DoubleRange(min = -800, max = 800) double z) {
    double[] sigmoid = new double[2];
    double[] softmax = new double[2];
    new Sigmoid().probabilities(new double[] {z}, sigmoid, 0);
    new Softmax(2).probabilities(new double[] {-z / 2, z / 2}, softmax, 0);
    assertThat(softmax).containsExactly(sigmoid, within(1e-15));
  }

  @Property
  void probabilitiesSumToOne(@ForAll @IntRange(min = 2, max = 6) int classes, @ForAll long seed) {
    Link link = Link.of(classes);
    double[] logits = new Random(seed).doubles(link.outputs(), -1e4, 1e4).toArray();
    double[] out = new double[classes];
    link.probabilities(logits, out, 0);
    assertThat(java.util.Arrays.stream(out).sum()).isCloseTo(1, within(1e-14));
  }

  /** Logits of 10,000 on the wrong side and on the right. */
  @Test
  void lossesOfHugeLogitsAreFinite() {
    for (List<String> names : List.of(List.of("a", "b"), List.of("a", "b", "c"))) {
      double[][] x = new double[12][1];
      Object[] y = new Object[12];
      for (int i = 0; i < 12; i++) {
        x[i][0] = i % 2 == 0 ? -1 : 1;
        y[i] = names.get(i / 2 % names.size());
      }
      Probe probe = new Probe(Posed.of(Rows.numbers(x, y), Way.OWN), ClassWeight.NONE);
      double[] v = new double[probe.order()];
      v[1] = 1e4;
      assertThat(probe.cost(v, 0)).isBetween(1e3, 1e4);
      assertThat(probe.gradient(v, 0)).doesNotContain(Double.NaN);
    }
  }

  /** As the library has them, to the last digit or the one before. */
  @Test
  void logarithmsKeepTheirDigits() {
    for (double e : new double[] {0, 1e-300, 1e-17, 1e-9, 1e-5, 0.1, 0.5, 1}) {
      assertThat(Sigmoid.log1p(e)).isCloseTo(Math.log1p(e), within(2 * Math.ulp(Math.log1p(e))));
    }
  }
}
