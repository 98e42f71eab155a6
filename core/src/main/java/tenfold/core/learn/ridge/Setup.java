package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Encoder;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/**
 * What every step of a sweep needs.
 *
 * @param grid the grid
 * @param candidates its points: for each degree, each lambda
 * @param terms the terms of its largest degree
 */
record Setup(
    RidgeGrid grid, List<Candidate> candidates, Terms terms, Engine engine, Problem problem) {

  /** Number of the candidate at a degree's and a lambda's place in the grid. */
  int candidate(int degree, int lambda) {
    return degree * grid.lambdas().size() + lambda;
  }

  /** Number of the candidate in the grid. */
  int candidate(Candidate candidate) {
    int at = candidates.indexOf(candidate);
    if (at < 0) {
      throw new IllegalArgumentException("%s is not in the grid".formatted(candidate.id()));
    }
    return at;
  }

  /** Degree of a candidate. */
  int degree(int candidate) {
    return grid.degrees().get(candidate / grid.lambdas().size());
  }

  /** Lambda of a candidate. */
  double lambda(int candidate) {
    return grid.lambdas().get(candidate % grid.lambdas().size());
  }

  /** How many 0/1 columns each name became. */
  int[] names() {
    return problem.encoder().names().stream().mapToInt(Encoder.Levels::width).toArray();
  }

  /** Gathers the factors of the parts for the degrees at the given places in the grid: a pass. */
  Factors factors(List<Integer> places, Parting parting) {
    List<Integer> degrees = places.stream().map(grid.degrees()::get).toList();
    return engine.aggregate(new FactorsPass(problem, terms, degrees, parting));
  }
}
