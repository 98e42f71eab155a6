/**
 * {@code tenfold train}: one network, trained by several executors at once. Each worker trains on a
 * share of the rows; after some batches their numbers are averaged. The only package that knows
 * DL4J over Spark.
 */
package tenfold.jobs.network;
