package tenfold.core.learn.tree;

import java.io.Serializable;

/**
 * When a node is not split any more. None of the limits changes which split a node takes, only
 * whether, so a tree grown to loose limits holds every stricter one as a prefix.
 *
 * @param maxDepth most splits on a way from the root to a leaf
 * @param minGain a split must gain more than this; what is not more than rounding is no gain at
 *     all: {@value #GAIN} of the impurity's size, which is 1 for classes and else the node's
 *     variance
 * @param minRows a node of fewer rows, by weight, is not split
 */
public record Limits(int maxDepth, double minGain, double minRows) implements Serializable {

  /** Share of the impurity's size up to which a gain is rounding, and gains are equal. */
  public static final double GAIN = 1e-12;

  /**
   * Whether a node at this depth, of so many rows and with this best gain, is split. Ten rows that
   * weigh 0.1 are one, however their sum was rounded.
   */
  public boolean split(int depth, double rows, double gain) {
    return depth < maxDepth && rows >= minRows * (1 - GAIN) && gain > minGain;
  }
}
