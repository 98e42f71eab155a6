package tenfold.core.sweep;

import java.util.OptionalDouble;

/**
 * What a column of the data means to a model.
 *
 * @param feature its name
 * @param impurity its share of what all splits gained, each weighted by its rows (Breiman's mean
 *     decrease in impurity); the shares of all columns sum to 1
 * @param permutation how much J grows when the column's values are dealt anew among rows that the
 *     model was not trained on; empty where there are none
 */
public record Importance(String feature, double impurity, OptionalDouble permutation) {}
