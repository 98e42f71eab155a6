package tenfold.core.learn.boost;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One point of a boosting grid.
 *
 * @param rounds trees of each output, at most where boosting stops early
 * @param growing how each tree is grown
 * @param patience rounds without a gain on the held-out fold after which boosting stops; empty
 *     where it does not stop early
 */
public record BoostSettings(int rounds, Growing growing, OptionalInt patience) {

  /** How a configuration says that boosting does not stop early. */
  public static final String OFF = "off";

  /**
   * From simple to complex: fewer rounds, shallower, larger lambda, smaller eta, fewer rows and
   * columns.
   */
  public static final Comparator<BoostSettings> COMPLEXITY =
      Comparator.comparingInt(BoostSettings::rounds)
          .thenComparingInt(s -> s.growing().maxDepth())
          .thenComparing(s -> s.growing().lambda(), Comparator.reverseOrder())
          .thenComparingDouble(s -> s.growing().eta())
          .thenComparingDouble(s -> s.growing().subsample())
          .thenComparingDouble(s -> s.growing().columns());

  /** Returns the settings that a candidate's {@code params} name. */
  public static BoostSettings of(Map<String, Object> params) {
    Growing growing =
        new Growing(
            (Integer) params.get("max-depth"),
            (Double) params.get("eta"),
            (Double) params.get("lambda"),
            (Double) params.get("subsample"),
            (Double) params.get("columns"));
    OptionalInt patience =
        params.get("early-stopping") instanceof Integer rounds
            ? OptionalInt.of(rounds)
            : OptionalInt.empty();
    return new BoostSettings((Integer) params.get("rounds"), growing, patience);
  }

  /** These settings by their configuration keys, in the configuration's order. */
  public Map<String, Object> params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("rounds", rounds);
    params.put("max-depth", growing.maxDepth());
    params.put("eta", growing.eta());
    params.put("lambda", growing.lambda());
    params.put("subsample", growing.subsample());
    params.put("columns", growing.columns());
    params.put("early-stopping", patience.isPresent() ? (Object) patience.getAsInt() : OFF);
    return params;
  }
}
