/**
 * How predictions are scored: from sums that merge, so that any cut of the rows gives the same
 * score.
 */
package tenfold.core.metric;
