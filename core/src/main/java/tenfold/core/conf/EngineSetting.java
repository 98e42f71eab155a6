package tenfold.core.conf;

/** How trees and forests reach the executors: the setting {@code engine}. */
public enum EngineSetting {
  /** The coded table is broadcast where it fits into an executor's share of memory. */
  AUTO,
  /** It is broadcast, whatever its size. */
  BROADCAST,
  /** The table stays in partitions and a distributed learner grows the trees. */
  PARTITIONED
}
