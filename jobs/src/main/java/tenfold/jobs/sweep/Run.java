package tenfold.jobs.sweep;

import tenfold.core.report.Report;
import tenfold.jobs.spark.SparkModel;

/**
 * A finished sweep.
 *
 * @param report what it found
 * @param directory where it is written
 * @param model the winner, refitted on all of the training part
 */
public record Run(Report report, String directory, SparkModel model) {}
