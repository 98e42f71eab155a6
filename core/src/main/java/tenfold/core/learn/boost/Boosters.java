package tenfold.core.learn.boost;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.sweep.MissingLibrary;

/** Boosters as files of XGBoost's own, which any XGBoost reads. */
public final class Boosters {

  /** XGBoost's name of the format: universal binary JSON. */
  public static final String FORMAT = "ubj";

  /** What XGBoost puts before a sentence: the time, and a line of its source. */
  private static final Pattern PLACE =
      Pattern.compile("^\\[[\\d:]+\\] \\S+:\\d+: (Check failed: )?");

  private Boosters() {}

  /**
   * Loads XGBoost's library, before any task asks for it.
   *
   * @throws MissingLibrary if this machine cannot
   */
  public static void require() {
    try {
      new DMatrix(new float[1], 1, 1, Float.NaN).dispose();
    } catch (XGBoostError e) {
      throw new IllegalStateException(reason(e), e);
    } catch (LinkageError e) {
      throw new MissingLibrary(
          "XGBoost's library does not load on this machine (%s); models.boost needs Linux on x86-64 with libgomp (package libgomp1), here and on every executor"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Returns XGBoost's name of what boosting makes small; {@code classes} is 0 for a regression. */
  public static String objective(int classes) {
    return switch (classes) {
      case 0 -> "reg:squarederror";
      case 2 -> "binary:logistic";
      default -> "multi:softprob";
    };
  }

  /** Returns the same booster with a note of the user's, which XGBoost leaves alone. */
  public static byte[] noted(byte[] file, String key, String note) {
    return with(
        file,
        booster -> {
          booster.setAttr(key, note);
          return booster.toByteArray(FORMAT);
        });
  }

  /** Returns a note; empty if there is none of that key. */
  public static Optional<String> note(byte[] file, String key) {
    return with(file, booster -> Optional.ofNullable(booster.getAttr(key)));
  }

  /** Returns for each of so many features what all splits by it gained. */
  static double[] gains(byte[] file, int features) {
    String[] names = IntStream.range(0, features).mapToObj(f -> "f" + f).toArray(String[]::new);
    Map<String, Double> gains = with(file, booster -> booster.getScore(names, "total_gain"));
    return IntStream.range(0, features)
        .mapToDouble(f -> gains.getOrDefault(names[f], 0.0))
        .toArray();
  }

  /**
   * Returns the booster of a file, which predicts on the thread that asks.
   *
   * @throws IllegalArgumentException if XGBoost cannot read it
   */
  static Booster load(byte[] file) {
    try {
      Booster booster = XGBoost.loadModel(file);
      booster.setParam("nthread", 1);
      return booster;
    } catch (XGBoostError e) {
      throw new IllegalArgumentException(reason(e), e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory are read without errors", e);
    }
  }

  /** What is done with a booster. */
  private interface Use<T> {
    T of(Booster booster) throws XGBoostError;
  }

  private static <T> T with(byte[] file, Use<T> use) {
    Booster booster = load(file);
    try {
      return use.of(booster);
    } catch (XGBoostError e) {
      throw new IllegalStateException(reason(e), e);
    } finally {
      booster.dispose();
    }
  }

  /** The sentence of an error of XGBoost's, without its place in the source and the calls to it. */
  static String reason(XGBoostError error) {
    return reason(String.valueOf(error.getMessage()));
  }

  /** The sentence of what such an error told. */
  public static String reason(String told) {
    String first = told.strip().lines().findFirst().orElse("");
    return "XGBoost: " + PLACE.matcher(first).replaceFirst("");
  }
}
