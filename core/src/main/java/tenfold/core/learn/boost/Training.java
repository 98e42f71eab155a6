package tenfold.core.learn.boost;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;

/**
 * A booster in training on some rows of a table, on one thread. XGBoost keeps what it predicted of
 * the rows held out and adds each new tree to it, so that to watch them costs one walk of each row
 * through each tree. Close it: its memory is not Java's.
 */
final class Training implements AutoCloseable {

  private final int classes;
  private final DMatrix training;
  private final DMatrix held;
  private final Booster booster;
  private int rounds;

  /**
   * Begins a training of no rounds yet.
   *
   * @param train rows that train
   * @param out rows held out that are watched, maybe none
   */
  Training(RawTable table, int[] train, int[] out, Growing growing, Seed seed) throws XGBoostError {
    classes = table.classes().size();
    training = matrix(table, train);
    held = matrix(table, out);
    Map<String, DMatrix> watched = new LinkedHashMap<>();
    if (out.length > 0) {
      watched.put("held out", held);
    }
    booster = XGBoost.train(training, params(growing, seed), 0, watched, null, null);
  }

  private Map<String, Object> params(Growing growing, Seed seed) {
    Map<String, Object> params = new TreeMap<>();
    params.put("objective", Boosters.objective(classes));
    if (classes > 2) {
      params.put("num_class", classes);
    }
    params.put("tree_method", "hist");
    params.put("max_depth", growing.maxDepth());
    params.put("eta", growing.eta());
    params.put("lambda", growing.lambda());
    params.put("subsample", growing.subsample());
    params.put("colsample_bytree", growing.columns());
    params.put("seed", seed.bits(0) & Integer.MAX_VALUE);
    params.put("nthread", 1);
    params.put("verbosity", 0); // what goes wrong is thrown
    return params;
  }

  private static DMatrix matrix(RawTable table, int[] rows) throws XGBoostError {
    float[] values = Matrix.of(table.inputs(), rows, table::value);
    DMatrix matrix = new DMatrix(values, rows.length, Matrix.features(table.inputs()), Float.NaN);
    float[] label = new float[rows.length];
    float[] weight = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      label[i] =
          (float) (table.target() == null ? table.label()[rows[i]] : table.target()[rows[i]]);
      weight[i] = (float) table.weight(rows[i]);
    }
    matrix.setLabel(label);
    if (table.weighted()) {
      matrix.setWeight(weight);
    }
    return matrix;
  }

  /** Goes on for so many rounds: in each a tree for each output. */
  void rounds(int more) throws XGBoostError {
    for (int i = 0; i < more; i++) {
      booster.update(training, rounds++);
    }
  }

  /** Returns the predictions of the rows held out; of a regression less the shift. */
  double[] ofHeld() throws XGBoostError {
    return Answers.predictions(booster.predict(held), classes, 0);
  }

  /** Returns the sums of the rows that train. */
  float[] sums() throws XGBoostError {
    return Sums.of(booster, training);
  }

  /** Rounds so far. */
  int rounds() {
    return rounds;
  }

  /** Returns the booster as a file of XGBoost's. */
  byte[] file() throws XGBoostError {
    return booster.toByteArray(Boosters.FORMAT);
  }

  @Override
  public void close() {
    booster.dispose();
    training.dispose();
    held.dispose();
  }
}
