/**
 * What families of polynomials share: the terms, the chunks of rows they are worked out in, and how
 * rows are parted by fold. Knows the data, the folds and the problem, and no family.
 */
package tenfold.core.learn.terms;
