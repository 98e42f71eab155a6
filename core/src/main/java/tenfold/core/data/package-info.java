/**
 * Rows as they were read, in blocks of columns, and how they become numbers: schema, blocks, the
 * profile of the training part, the encoder made from it. Knows seeds (for hashes of rows); nothing
 * of folds, models or Spark.
 */
package tenfold.core.data;
