package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * What a worker came to between two averagings.
 *
 * @param state after the last batch
 * @param rows trained on
 */
public record Turn(State state, long rows) implements Serializable {}
