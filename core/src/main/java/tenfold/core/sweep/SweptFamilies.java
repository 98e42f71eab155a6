package tenfold.core.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tenfold.core.data.Fitted;

/** Several families' finished sweeps as one. */
public final class SweptFamilies implements Swept {

  private final List<Family> families;
  private final List<Swept> swept;
  private final Map<Candidate, OutOfFold> outOfFold = new HashMap<>();

  private SweptFamilies(List<Family> families, List<Swept> swept) {
    this.families = List.copyOf(families);
    this.swept = List.copyOf(swept);
  }

  /** Sweeps one family after another, as {@link Family#sweep} does. */
  public static SweptFamilies of(
      List<Family> families, Engine engine, Problem problem, Set<String> asked) {
    return new SweptFamilies(
        families, families.stream().map(f -> f.sweep(engine, problem, asked)).toList());
  }

  /** What every candidate came to, family by family. */
  @Override
  public List<Result> results() {
    return swept.stream().flatMap(s -> s.results().stream()).toList();
  }

  @Override
  public Fitted refit(Candidate candidate) {
    return its(candidate).refit(candidate);
  }

  /** Fits the candidate's folds, the first time that it is asked for. */
  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    return outOfFold.computeIfAbsent(candidate, c -> its(c).outOfFold(c));
  }

  @Override
  public List<Importance> importance(Candidate candidate) {
    return its(candidate).importance(candidate);
  }

  /**
   * Orders candidates from simple to complex: in the order of the families, then by each family's
   * own.
   */
  public int compareComplexity(Candidate a, Candidate b) {
    int order = Integer.compare(indexOf(a), indexOf(b));
    return order != 0 ? order : families.get(indexOf(a)).compareComplexity(a, b);
  }

  private Swept its(Candidate candidate) {
    return swept.get(indexOf(candidate));
  }

  private int indexOf(Candidate candidate) {
    return IntStream.range(0, families.size())
        .filter(i -> families.get(i).name().equals(candidate.model()))
        .findFirst()
        .orElseThrow();
  }
}
