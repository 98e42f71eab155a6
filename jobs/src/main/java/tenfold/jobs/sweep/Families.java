package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;

/** The families that a configuration asks for: one line for each that there is. */
final class Families {

  private Families() {}

  /** Returns the experiment's families, in the order in which simplicity prefers them. */
  static List<Family> of(Experiment experiment) {
    List<Family> families = new ArrayList<>();
    experiment.ridge().ifPresent(grid -> families.add(new Ridge(grid)));
    return families;
  }

  /** Which of the families the candidate is of. */
  static int indexOf(List<Family> families, Candidate candidate) {
    return families.stream().map(Family::name).toList().indexOf(candidate.model());
  }

  /**
   * Orders candidates from simple to complex: the order of the families, then each family's own.
   */
  static int compareComplexity(List<Family> families, Candidate a, Candidate b) {
    int order = Integer.compare(indexOf(families, a), indexOf(families, b));
    return order != 0 ? order : families.get(indexOf(families, a)).compareComplexity(a, b);
  }
}
