package tenfold.core.learn.boost;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What the trees of a booster add up to for each row. Of rows that it was trained on or watches,
 * XGBoost has the sums at hand. Its Java class hands them on in an array of its own for every row,
 * which takes longer than to grow the tree's lower levels; so the native function beneath, which
 * writes one array, is called by itself. It is not public: of another version than the pom's it may
 * not be there.
 */
final class Sums {

  private static final int WITHOUT_LINK = 1; // XGBoost's option "output margin"

  private static final Field HANDLE;
  private static final Method PREDICT;

  static {
    try {
      HANDLE = Booster.class.getDeclaredField("handle");
      HANDLE.setAccessible(true);
      PREDICT =
          Class.forName("ml.dmlc.xgboost4j.java.XGBoostJNI")
              .getDeclaredMethod(
                  "XGBoosterPredict",
                  long.class,
                  long.class,
                  int.class,
                  int.class,
                  float[][].class);
      PREDICT.setAccessible(true);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Sums() {}

  /** Returns the sums of all trees so far: row-major, {@link Answers#width} numbers a row. */
  static float[] of(Booster booster, DMatrix rows) throws XGBoostError {
    float[][] out = new float[1][];
    try {
      Object failed =
          PREDICT.invoke(null, HANDLE.get(booster), rows.getHandle(), WITHOUT_LINK, 0, out);
      if ((int) failed != 0) {
        throw new XGBoostError("the sums of its trees cannot be had");
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("XGBoost's native library cannot be called", e);
    }
    return out[0];
  }
}
