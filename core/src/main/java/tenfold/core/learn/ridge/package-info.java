/**
 * Ridge regression on polynomials: one pass of moments answers every degree, lambda, fold and
 * repeat. Knows data, kernels, metrics and the interfaces of the sweep.
 */
package tenfold.core.learn.ridge;
