package tenfold.core.learn.tree;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One point of a tree grid.
 *
 * @param impurity how mixed a node is
 * @param limits when a node is not split any more
 * @param bins most codes of a column of numbers
 */
public record TreeSettings(Impurity impurity, Limits limits, int bins) implements Serializable {

  /** From simple to complex: shallower, larger min-gain, larger min-rows, fewer bins. */
  public static final Comparator<TreeSettings> COMPLEXITY =
      Comparator.<TreeSettings>comparingInt(s -> s.limits().maxDepth())
          .thenComparing(s -> s.limits().minGain(), Comparator.reverseOrder())
          .thenComparing(s -> s.limits().minRows(), Comparator.reverseOrder())
          .thenComparingInt(TreeSettings::bins);

  /** Returns the settings that a candidate's {@code params} name. */
  public static TreeSettings of(Map<String, Object> params) {
    Limits limits =
        new Limits(
            (Integer) params.get("max-depth"),
            (Double) params.get("min-gain"),
            (Integer) params.get("min-rows"));
    String impurity = (String) params.get("impurity");
    return new TreeSettings(
        Impurity.valueOf(impurity.toUpperCase(Locale.ROOT)), limits, (Integer) params.get("bins"));
  }

  /** These settings by their configuration keys, in the configuration's order. */
  public Map<String, Object> params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("impurity", impurity.key());
    params.put("max-depth", limits.maxDepth());
    params.put("min-gain", limits.minGain());
    params.put("min-rows", (int) limits.minRows());
    params.put("bins", bins);
    return params;
  }
}
