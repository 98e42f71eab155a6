/**
 * Trees and forests of tables too large for an executor to hold: Spark's MLlib grows them, once for
 * each fold, and every shared axis is read off what it grew. Knows the grids of the tree families;
 * no job.
 */
package tenfold.jobs.spark.trees;
