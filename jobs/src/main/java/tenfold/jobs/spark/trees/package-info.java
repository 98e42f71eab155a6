/**
 * Trees, forests and boosters of tables too large for an executor to hold: Spark's MLlib and
 * XGBoost4J-Spark grow them, once for each fold, and every shared axis is read off what they grew.
 * Knows the grids of these families; no job.
 */
package tenfold.jobs.spark.trees;
