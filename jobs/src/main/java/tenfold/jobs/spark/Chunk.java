package tenfold.jobs.spark;

import java.io.Serializable;
import tenfold.core.data.Block;

/** A block and what was found while it was read. */
record Chunk(Block block, Scan scan) implements Serializable {}
