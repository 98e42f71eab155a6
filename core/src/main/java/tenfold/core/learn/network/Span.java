package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * Batches of an epoch that are trained on between two averagings.
 *
 * @param epoch numbered from 1
 * @param of how many batches an epoch has
 * @param first of these, from 0
 * @param end after the last of these
 */
public record Span(int epoch, int of, int first, int end) implements Serializable {

  /** Where a batch begins among so many rows; batches differ by one row at most. */
  int row(int batch, int rows) {
    return (int) ((long) batch * rows / of);
  }

  /** The same batches where epochs are numbered anew after some. */
  Span after(int epochs) {
    return new Span(epoch - epochs, of, first, end);
  }
}
