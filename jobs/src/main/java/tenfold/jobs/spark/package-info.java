/**
 * What all jobs share of Spark: opening it, reading data into blocks, the engine over them, files
 * on any Hadoop path, models applied to data sets. Knows core; no job.
 */
package tenfold.jobs.spark;
