/** Finished units of a sweep on disk, so that no run works one twice. */
package tenfold.core.sweep.journal;
