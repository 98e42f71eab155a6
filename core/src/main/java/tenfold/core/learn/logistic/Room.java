package tenfold.core.learn.logistic;

/**
 * What a sweep may take; however little, it comes to the same models.
 *
 * @param weights of a model beyond which second derivatives cost more than they save
 * @param bytes of statistics that a task holds, unless one model alone needs more
 */
record Room(int weights, long bytes) {

  /** What every sweep has. */
  static final Room USUAL = new Room(300, 64L << 20);
}
