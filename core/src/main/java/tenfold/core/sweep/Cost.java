package tenfold.core.sweep;

/**
 * What a family's sweep would cost.
 *
 * @param candidates points of the grid
 * @param models candidates times folds times repeats
 * @param fits fits that answer them all
 * @param passes passes over the data, beyond those that all families share
 * @param taskBytes memory that each running task holds
 * @param driverBytes memory that the driver holds
 */
public record Cost(
    long candidates, long models, long fits, int passes, long taskBytes, long driverBytes) {}
