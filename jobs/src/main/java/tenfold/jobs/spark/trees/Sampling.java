package tenfold.jobs.spark.trees;

/** Which rows a tree is grown on. */
enum Sampling {
  /** Every training row: a tree that stands alone. */
  ALL,
  /** As many rows as there are, drawn with replacement: a tree of a forest. */
  BOOTSTRAP
}
