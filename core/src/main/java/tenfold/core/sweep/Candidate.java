package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One point of a grid.
 *
 * @param model name of the family, such as {@code ridge}
 * @param params every setting of the family by its configuration key, in the family's order;
 *     numbers, text or booleans
 */
public record Candidate(String model, Map<String, Object> params) implements Serializable {

  public Candidate {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** A stable name for reports and logs, such as {@code ridge(degree=2, lambda=0.64)}. */
  public String id() {
    return params.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", ", model + "(", ")"));
  }
}
