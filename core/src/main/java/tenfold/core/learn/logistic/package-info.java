/**
 * Logistic and softmax regression on polynomials: all lambdas and folds advance together, as
 * columns of one matrix. Knows data, kernels, metrics and the interfaces of the sweep.
 */
package tenfold.core.learn.logistic;
