package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import tenfold.core.learn.tree.TreeSettings;

/**
 * One point of a forest grid.
 *
 * @param trees number of trees
 * @param features how many features each node draws
 * @param tree the settings of each tree
 */
public record ForestSettings(int trees, Draw features, TreeSettings tree) implements Serializable {

  /** From simple to complex: shallower, fewer trees, then as {@link TreeSettings#COMPLEXITY}. */
  public static final Comparator<ForestSettings> COMPLEXITY =
      Comparator.<ForestSettings>comparingInt(s -> s.tree().limits().maxDepth())
          .thenComparingInt(ForestSettings::trees)
          .thenComparing(ForestSettings::tree, TreeSettings.COMPLEXITY);

  /** Returns the settings that a candidate's {@code params} name. */
  public static ForestSettings of(Map<String, Object> params) {
    return new ForestSettings(
        (Integer) params.get("trees"), Draw.of(params.get("features")), TreeSettings.of(params));
  }

  /** These settings by their configuration keys, in the configuration's order. */
  public Map<String, Object> params() {
    Map<String, Object> of = tree.params();
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("trees", trees);
    params.put("max-depth", of.get("max-depth"));
    params.put("features", features.param());
    params.put("impurity", of.get("impurity"));
    params.put("min-gain", of.get("min-gain"));
    params.put("min-rows", of.get("min-rows"));
    params.put("bins", of.get("bins"));
    return params;
  }
}
