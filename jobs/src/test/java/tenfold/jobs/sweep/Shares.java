package tenfold.jobs.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Fitted;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Confusion;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;

/**
 * The smallest family that predicts classes: each level of the first column of names has the
 * classes' shares among its training rows.
 */
final class Shares implements Family {

  private static final Candidate ONLY = new Candidate("shares", Map.of());

  @Override
  public String name() {
    return "shares";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.CLASSIFICATION);
  }

  @Override
  public List<Axis> axes() {
    return List.of();
  }

  @Override
  public List<Candidate> candidates() {
    return List.of(ONLY);
  }

  @Override
  public Cost cost(Shape shape) {
    return new Cost(1, shape.models(), 1, 1, 0, 0);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return 0;
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    Weights all = engine.aggregate(new Count(problem));
    return new Swept() {
      @Override
      public List<Result> results() {
        return List.of(new Result(ONLY, scored(problem, all)));
      }

      @Override
      public Fitted refit(Candidate candidate) {
        return new Model(problem, all.in(p -> p != Folds.TEST));
      }

      @Override
      public OutOfFold outOfFold(Candidate candidate) {
        List<Model> models = new ArrayList<>();
        for (int f = 0; f < problem.folds().folds(); f++) {
          models.add(model(problem, all, f));
        }
        return new Held(problem.folds(), models);
      }
    };
  }

  private static Model model(Problem problem, Weights all, int fold) {
    return new Model(problem, all.in(p -> problem.folds().trains(p, fold)));
  }

  private static Outcome scored(Problem problem, Weights all) {
    List<FoldScore> scores = new ArrayList<>();
    double jTrain = 0;
    double jCv = 0;
    int folds = problem.folds().folds();
    for (int f = 0; f < folds; f++) {
      int fold = f;
      Model model = model(problem, all, f);
      Confusion trained = model.score(all.in(p -> problem.folds().trains(p, fold)));
      Confusion held = model.score(all.in(p -> p == fold));
      jTrain += trained.j() / folds;
      jCv += held.j() / folds;
      scores.add(new FoldScore(0, f, held.rows(), trained.j(), held.j(), held.metrics()));
    }
    return new Outcome.Scored(jTrain, jCv, OptionalDouble.empty(), Map.of(), scores, List.of());
  }

  /** Weights by part, level and class. */
  private static final class Weights implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][][] weight;

    Weights(Problem problem) {
      int levels = problem.encoder().names().get(0).width();
      weight = new double[problem.folds().folds() + 2][levels][problem.classes().size()];
    }

    /** Sums over the parts, by level and class. */
    double[][] in(IntPredicate parts) {
      double[][] sum = new double[weight[0].length][weight[0][0].length];
      for (int p = 0; p < weight.length; p++) {
        for (int l = 0; l < sum.length && parts.test(p - 2); l++) {
          int part = p;
          int level = l;
          Arrays.setAll(sum[l], c -> sum[level][c] + weight[part][level][c]);
        }
      }
      return sum;
    }
  }

  private record Count(Problem problem) implements Aggregation<Weights> {

    @Override
    public String label() {
      return "counting classes";
    }

    @Override
    public Weights zero() {
      return new Weights(problem);
    }

    @Override
    public void add(Weights into, Block block) {
      int[] part = problem.folds().of(block, 0);
      int[] truth = Classes.of(block, problem.classes());
      int[] level = levels(problem, block);
      for (int i = 0; i < part.length; i++) {
        if (part[i] != Folds.TEST) {
          into.weight[part[i] + 2][level[i]][truth[i]] += block.weight(i);
        }
      }
    }

    @Override
    public Weights merge(Weights into, Weights from) {
      for (int p = 0; p < into.weight.length; p++) {
        for (int l = 0; l < into.weight[p].length; l++) {
          double[] to = into.weight[p][l];
          double[] its = from.weight[p][l];
          Arrays.setAll(to, c -> to[c] + its[c]);
        }
      }
      return into;
    }
  }

  private static int[] levels(Problem problem, Block block) {
    List<String> levels = problem.encoder().names().get(0).levels();
    return Arrays.stream(block.codes(0)).map(c -> levels.indexOf(block.levels(0)[c])).toArray();
  }

  private record Held(Folds folds, List<Model> models) implements OutOfFold {

    @Override
    public double[] predict(Block block) {
      int classes = models.get(0).classes().size();
      double[] out = new double[block.rows() * classes];
      Arrays.fill(out, Double.NaN);
      int[] part = folds.of(block, 0);
      for (int i = 0; i < part.length; i++) {
        if (part[i] >= 0) {
          double[] predicted = models.get(part[i]).predict(block);
          System.arraycopy(predicted, i * classes, out, i * classes, classes);
        }
      }
      return out;
    }
  }

  /** Shares of the classes by level. */
  static final class Model implements Fitted {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final double[][] share;

    Model(Problem problem, double[][] weight) {
      this.problem = problem;
      share = new double[weight.length][];
      for (int l = 0; l < share.length; l++) {
        double sum = Arrays.stream(weight[l]).sum();
        share[l] = Arrays.stream(weight[l]).map(w -> w / sum).toArray();
      }
    }

    @Override
    public List<String> classes() {
      return problem.classes();
    }

    @Override
    public double[] predict(Block block) {
      int[] level = levels(problem, block);
      double[] out = new double[level.length * classes().size()];
      for (int i = 0; i < level.length; i++) {
        System.arraycopy(share[level[i]], 0, out, i * classes().size(), classes().size());
      }
      return out;
    }

    Confusion score(double[][] weight) {
      Confusion out = new Confusion(classes().size());
      for (int l = 0; l < weight.length; l++) {
        for (int c = 0; c < weight[l].length; c++) {
          out.add(c, Classes.likeliest(share[l], 0, classes().size()), weight[l][c]);
        }
      }
      return out;
    }
  }
}
