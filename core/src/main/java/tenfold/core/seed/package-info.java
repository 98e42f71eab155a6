/**
 * Random numbers with an address. A stream is named by a root seed and a path of roles, so a draw
 * depends on nothing that a cluster decides. Knows the JDK only.
 */
package tenfold.core.seed;
