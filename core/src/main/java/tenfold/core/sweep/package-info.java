/**
 * A sweep: axes and candidates, engines that run work over the data, scores, selection. Families of
 * models implement its interfaces; it knows none of them.
 */
package tenfold.core.sweep;
