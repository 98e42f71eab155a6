/** {@code tenfold score}: a saved model applied to a data set. */
package tenfold.jobs.score;
