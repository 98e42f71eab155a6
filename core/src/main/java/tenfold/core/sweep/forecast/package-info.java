/** How long a sweep would take: its own steps, measured on a sample of the rows. */
package tenfold.core.sweep.forecast;
