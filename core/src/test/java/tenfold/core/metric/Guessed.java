package tenfold.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One row with its probabilities, and the slow ways to score many: areas by their definitions, pair
 * by pair and threshold by threshold.
 */
public record Guessed(int truth, List<Double> probabilities, double weight) {

  /** Probabilities of a few levels, so that ties are common. */
  static double[] probabilities(Random random, int classes) {
    double[] p = new double[classes];
    Arrays.setAll(p, c -> random.nextInt(4));
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> sum == 0 ? 1.0 / classes : x / sum).toArray();
  }

  /** Random rows, some of a class that nobody knows; their weights are whole numbers. */
  static List<Guessed> rows(Random random, int classes, int n) {
    List<Guessed> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int truth = random.nextInt(20) == 0 ? classes : random.nextInt(classes);
      out.add(new Guessed(truth, probabilities(random, classes), 1 + random.nextInt(3)));
    }
    return out;
  }

  /** A row of which these probabilities were said. */
  public Guessed(int truth, double[] probabilities, double weight) {
    this(truth, Arrays.stream(probabilities).boxed().toList(), weight);
  }

  /** log_loss and, where they are defined, roc_auc and pr_auc of at least one row. */
  public static Map<String, Double> metrics(List<Guessed> rows, int classes) {
    Map<String, Double> out = new HashMap<>();
    double loss = 0;
    double weight = 0;
    for (Guessed row : rows) {
      double p = row.truth < classes ? row.probabilities.get(row.truth) : 0;
      loss -= row.weight * Math.log(Math.min(Math.max(p, 1e-15), 1 - 1e-15));
      weight += row.weight;
    }
    out.put("log_loss", loss / weight);
    mean(classes, c -> roc(rows, c)).ifPresent(area -> out.put("roc_auc", area));
    mean(classes, c -> pr(rows, c)).ifPresent(area -> out.put("pr_auc", area));
    return out;
  }

  /** Of two classes the area of the last; of several the mean over those that have one. */
  private static OptionalDouble mean(int classes, IntFunction<OptionalDouble> area) {
    return IntStream.range(classes == 2 ? 1 : 0, classes)
        .mapToObj(area)
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  double[] array() {
    return probabilities.stream().mapToDouble(p -> p).toArray();
  }

  /** The share of pairs of a row of the class and another in which the former is more probable. */
  private static OptionalDouble roc(List<Guessed> rows, int c) {
    double won = 0;
    double pairs = 0;
    for (Guessed a : rows) {
      for (Guessed b : rows) {
        if (a.truth == c && b.truth != c) {
          double pair = a.weight * b.weight;
          int order = Double.compare(a.probabilities.get(c), b.probabilities.get(c));
          won += order > 0 ? pair : order == 0 ? pair / 2 : 0;
          pairs += pair;
        }
      }
    }
    return pairs > 0 ? OptionalDouble.of(won / pairs) : OptionalDouble.empty();
  }

  /** Sum over thresholds, falling, of the rise of recall times the precision there. */
  private static OptionalDouble pr(List<Guessed> rows, int c) {
    double of = rows.stream().filter(r -> r.truth == c).mapToDouble(Guessed::weight).sum();
    if (of == 0) {
      return OptionalDouble.empty();
    }
    double area = 0;
    double recall = 0;
    double[] thresholds =
        rows.stream().mapToDouble(r -> -r.probabilities.get(c)).sorted().distinct().toArray();
    for (double threshold : thresholds) {
      List<Guessed> above =
          rows.stream().filter(r -> r.probabilities.get(c) >= -threshold).toList();
      double hit = above.stream().filter(r -> r.truth == c).mapToDouble(Guessed::weight).sum();
      double all = above.stream().mapToDouble(Guessed::weight).sum();
      area += (hit / of - recall) * (hit / all);
      recall = hit / of;
    }
    return OptionalDouble.of(area);
  }
}
