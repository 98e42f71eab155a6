package tenfold.core.learn.boost;

import java.io.Serializable;

/**
 * What a booster must be trained anew for.
 *
 * @param maxDepth most splits on a way from a tree's root to a leaf, at least 1
 * @param eta what each tree's values are multiplied by, above 0 and at most 1
 * @param lambda XGBoost's L2 penalty on the values of leaves, at least 0
 * @param subsample share of the rows that each tree sees, above 0 and at most 1
 * @param columns share of the encoded columns that each tree sees, above 0 and at most 1
 */
public record Growing(int maxDepth, double eta, double lambda, double subsample, double columns)
    implements Serializable {}
