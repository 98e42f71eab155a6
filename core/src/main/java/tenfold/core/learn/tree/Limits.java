package tenfold.core.learn.tree;

import java.io.Serializable;

/**
 * When a node is not split any more. None of the limits changes which split a node takes, only
 * whether, so a tree grown to loose limits holds every stricter one as a prefix.
 *
 * @param maxDepth most splits on a way from the root to a leaf
 * @param minGain a split must gain more than this, and more than {@value #GAIN}
 * @param minRows a node of fewer rows, by weight, is not split
 */
public record Limits(int maxDepth, double minGain, double minRows) implements Serializable {

  /** Gains up to this are taken for rounding, and gains this close for equal. */
  public static final double GAIN = 1e-12;

  /**
   * Whether a node at this depth, of so many rows and with this best gain, is split. Ten rows that
   * weigh 0.1 are one, however their sum was rounded.
   */
  public boolean split(int depth, double rows, double gain) {
    return depth < maxDepth && rows >= minRows * (1 - GAIN) && gain > minGain;
  }
}
