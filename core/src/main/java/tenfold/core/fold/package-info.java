/**
 * Which rows train and which test. Folds see keys, labels, groups and times of rows, never
 * features, and are an {@code int} per row, never copies of the data.
 */
package tenfold.core.fold;
