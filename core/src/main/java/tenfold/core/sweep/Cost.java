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
 * @param passFlops multiply-adds spread over the data's tasks
 * @param driverFlops multiply-adds after the pass, on the driver's threads
 */
public record Cost(
    long candidates,
    long models,
    long fits,
    int passes,
    long taskBytes,
    long driverBytes,
    double passFlops,
    double driverFlops) {}
