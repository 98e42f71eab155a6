package tenfold.jobs.spark;

import java.io.Serializable;

/**
 * A line that is no row.
 *
 * @param file where it is
 * @param line its number from 1, or 0 where the line was read from the middle of a file
 * @param offset of the line in the file, in bytes
 * @param problem what is wrong with it
 */
record Misfit(String file, long line, long offset, String problem) implements Serializable {}
