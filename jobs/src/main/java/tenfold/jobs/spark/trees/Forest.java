package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.List;
import tenfold.core.data.Inputs;

/**
 * The trees of one fit, ready to be walked.
 *
 * @param cut what they were trained on
 * @param scale of their votes
 * @param voters the trees
 * @param depth of the deepest
 */
record Forest(Cut cut, double scale, List<Voter> voters, int depth) implements Serializable {

  Forest {
    voters = List.copyOf(voters);
  }

  /** Returns the trees of a fit that split these columns. */
  static Forest of(Grown grown, Inputs inputs, Sampling sampling) {
    List<Voter> voters =
        grown.trees().stream()
            .map(tree -> new Voter(inputs, sampling, grown.scale(), tree))
            .toList();
    int depth = voters.stream().mapToInt(Voter::depth).max().orElseThrow();
    return new Forest(grown.cut(), grown.scale(), voters, depth);
  }
}
