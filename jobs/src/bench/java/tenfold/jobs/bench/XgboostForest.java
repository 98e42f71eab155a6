package tenfold.jobs.bench;

import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.Block;

/**
 * XGBoost's forest mode as its documentation describes it: all trees in one round, each on a share
 * of the rows.
 */
final class XgboostForest {

  private XgboostForest() {}

  /** Seconds of a forest of so many trees on all rows, from a matrix in memory. */
  static double fit(Workload work, int trees, int depth, int threads) {
    int columns = work.problem().schema().numbers().size();
    int rows = work.blocks().stream().mapToInt(Block::rows).sum();
    float[] x = new float[rows * columns];
    float[] y = new float[rows];
    int row = 0;
    for (Block block : work.blocks()) {
      double[] target = work.target(block);
      for (int i = 0; i < block.rows(); i++, row++) {
        y[row] = (float) target[i];
        for (int j = 0; j < columns; j++) {
          x[row * columns + j] = (float) block.numbers(j)[i];
        }
      }
    }
    Map<String, Object> params =
        Map.ofEntries(
            Map.entry("objective", "binary:logistic"),
            Map.entry("tree_method", "hist"),
            Map.entry("max_depth", depth),
            Map.entry("num_parallel_tree", trees),
            Map.entry("subsample", 0.63),
            Map.entry("colsample_bynode", 1 / Math.sqrt(columns)),
            Map.entry("eta", 1),
            Map.entry("lambda", 1e-3),
            Map.entry("min_child_weight", 1e-3),
            Map.entry("nthread", threads));
    return Spent.on(() -> train(x, y, columns, params)).seconds();
  }

  private static void train(float[] x, float[] y, int columns, Map<String, Object> params) {
    try {
      DMatrix data = new DMatrix(x, y.length, columns, Float.NaN);
      data.setLabel(y);
      XGBoost.train(data, params, 1, Map.of(), null, null).dispose();
      data.dispose();
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost grew no forest", e);
    }
  }
}
