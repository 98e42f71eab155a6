package tenfold.core.sweep;

import java.util.List;
import tenfold.core.data.Fitted;

/**
 * A family's finished sweep: its scores, and what was gathered for them, from which any candidate
 * can be fitted again without starting anew. It stays on the driver and needs its engine's data.
 */
public interface Swept {

  /** What every candidate came to, in the order of {@link Family#candidates()}. */
  List<Result> results();

  /** Fits the candidate on all of the training part. */
  Fitted refit(Candidate candidate);

  /** Fits the candidate without each fold of the first repeat, to predict the rows held out. */
  OutOfFold outOfFold(Candidate candidate);

  /**
   * What each column of the data means to the candidate, the most important first; empty where the
   * family does not tell.
   *
   * @param model what {@link #refit} made of the candidate
   */
  default List<Importance> importance(Candidate candidate, Fitted model) {
    return List.of();
  }
}
