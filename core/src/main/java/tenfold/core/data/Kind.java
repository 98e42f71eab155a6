package tenfold.core.data;

/** What a feature column holds. */
public enum Kind {
  /** Numbers, on a scale. */
  NUMBER,
  /** Names of levels, without an order. */
  NAME
}
