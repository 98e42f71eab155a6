package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.Arrays;
import tenfold.core.learn.logistic.Wave.Detail;
import tenfold.core.metric.ClassScore;

/** What one pass says of the models of a wave. Mergeable. */
final class Gathered implements Serializable {

  private static final long serialVersionUID = 1;

  private final double[] loss;
  private final double[] wrong;
  private final ClassScore[] held;
  private final double[][] gradient;
  private final double[][] curvature;
  private final int slots;

  private Gathered(
      double[] loss,
      double[] wrong,
      ClassScore[] held,
      double[][] gradient,
      double[][] curvature,
      int slots) {
    this.loss = loss;
    this.wrong = wrong;
    this.held = held;
    this.gradient = gradient;
    this.curvature = curvature;
    this.slots = slots;
  }

  /** What no rows say. */
  static Gathered none(Wave wave) {
    int models = wave.models();
    int order = wave.layout().order();
    int slots = wave.slots();
    ClassScore[] held = new ClassScore[models];
    Arrays.setAll(held, m -> new ClassScore(wave.layout().classes()));
    return new Gathered(
        new double[models],
        new double[models],
        held,
        new double[slots][models * order],
        wave.wants(Detail.CURVATURE) ? new double[slots * models][order * order] : new double[0][],
        slots);
  }

  /** Sum of the training rows' losses. */
  double loss(int model) {
    return loss[model];
  }

  /** Weight of the training rows that are predicted wrong. */
  double wrong(int model) {
    return wrong[model];
  }

  /** Score of the rows held out. */
  ClassScore held(int model) {
    return held[model];
  }

  /** Derivatives of the loss of a slot's rows by all models' weights. */
  double[] gradient(int slot) {
    return gradient[slot];
  }

  /** Into how many slots derivatives were gathered. */
  int slots() {
    return slots;
  }

  /** Whether second derivatives were gathered. */
  boolean curved() {
    return curvature.length > 0;
  }

  /** Second derivatives of the loss of a slot's rows by one model's weights, lower triangle. */
  double[] curvature(int slot, int model) {
    return curvature[model * slots + slot];
  }

  void add(int model, Link.Tally tally) {
    loss[model] += tally.loss;
    wrong[model] += tally.wrong;
  }

  void merge(Gathered other) {
    plus(loss, other.loss);
    plus(wrong, other.wrong);
    for (int m = 0; m < held.length; m++) {
      held[m].merge(other.held[m]);
    }
    for (int s = 0; s < slots; s++) {
      plus(gradient[s], other.gradient[s]);
    }
    for (int i = 0; i < curvature.length; i++) {
      plus(curvature[i], other.curvature[i]);
    }
  }

  private static void plus(double[] into, double[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }
}
