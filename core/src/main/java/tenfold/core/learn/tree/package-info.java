/**
 * Decision trees: grown once to the loosest limits, from which every stricter tree is read. Knows
 * the coded table and the sweep's interfaces; forests are made of its trees.
 */
package tenfold.core.learn.tree;
