/**
 * {@code tenfold sweep} and {@code tenfold plan}: from a configuration and data to a run's
 * directory.
 */
package tenfold.jobs.sweep;
