/**
 * Random forests: trees of the tree family on rows drawn with replacement, each node on features
 * drawn by name, their votes averaged.
 */
package tenfold.core.learn.forest;
