/** A model on disk: a manifest and plain data, written and read without Java serialisation. */
package tenfold.core.model;
