package tenfold.core.sweep;

import java.util.List;

/** No candidate of a sweep finished, so there is nothing to choose from. */
public final class NoCandidate extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoCandidate(String metric, List<Result> results) {
    super(
        "none of the %d candidates has a score by %s%s"
            .formatted(results.size(), metric, firstReason(results)));
  }

  private static String firstReason(List<Result> results) {
    return results.stream()
        .filter(r -> r.outcome() instanceof Outcome.Failed)
        .map(
            r ->
                "; the first, %s, failed: %s"
                    .formatted(r.candidate().id(), ((Outcome.Failed) r.outcome()).reason()))
        .findFirst()
        .orElse("");
  }
}
