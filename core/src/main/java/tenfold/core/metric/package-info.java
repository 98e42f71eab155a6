/**
 * How predictions are scored: from sums that merge, so that any cut of the rows gives the same
 * score; and from all rows of a fold at once where areas under curves are asked for.
 */
package tenfold.core.metric;
