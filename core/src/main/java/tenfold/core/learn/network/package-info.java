/**
 * Neural networks: one network answers every number of epochs. They are trained by DL4J, which only
 * this package sees, and predict in plain Java.
 */
package tenfold.core.learn.network;
