package tenfold.core.learn.logistic;

/**
 * What a sweep may take and how; whatever it is, it comes to the same models.
 *
 * @param weights of a model beyond which second derivatives cost more than they save
 * @param bytes of statistics that a task holds, unless one model alone needs more
 * @param levels of a name, in the mean, from which on its 0/1 columns are looked up, not multiplied
 */
record Room(int weights, long bytes, int levels) {

  /** What every sweep has. */
  static final Room USUAL = new Room(300, 64L << 20, 20);
}
