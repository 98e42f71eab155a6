/**
 * What all jobs share that write a run: its directory, its name, the data dealt into parts, and the
 * ledger of openings of the test part. Knows no job.
 */
package tenfold.jobs.spark.run;
