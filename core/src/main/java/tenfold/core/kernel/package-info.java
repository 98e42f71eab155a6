/**
 * Arrays in, arrays out: Gram updates, symmetric eigen-decomposition, QR and SVD on column-major
 * arrays of doubles, by a native BLAS and LAPACK where one loads. Knows the JDK and the
 * linear-algebra library only.
 */
package tenfold.core.kernel;
