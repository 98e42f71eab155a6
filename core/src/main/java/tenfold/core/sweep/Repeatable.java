package tenfold.core.sweep;

/**
 * Work whose results can be kept on disk and found again. Addresses and results are made of values
 * that have a form there ({@link tenfold.core.sweep.journal}).
 *
 * @param <R> what is kept of a group; of a pass over the data, which is one group, its statistic
 */
public interface Repeatable<R> {

  /**
   * What a group's result depends on besides the data and how they are split. Groups with equal
   * addresses come to the same bytes, whatever work they are part of.
   */
  Record address(int group);

  /** The kind of result. */
  Class<R> kind();
}
