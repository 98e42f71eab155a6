package tenfold.core.learn.network;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.BaseShapeInfoProvider;

/**
 * What ND4J notes of arrays' shapes on the processor, made once for each shape. ND4J 1.0.0-M2.1
 * means to do so, but keeps only what a method makes that its arrays do not call any more; every
 * array of every batch then brings several objects of its own for it, which have to be freed one by
 * one. They made up most of the garbage of a training, and its collection held up all others on the
 * machine.
 *
 * <p>ND4J makes one by its name, {@link #use} tells it to. Any number of threads may use it.
 */
public final class KeptShapes extends BaseShapeInfoProvider {

  /** More shapes than networks of a sweep have; those beyond are not kept. */
  private static final int MOST = 10_000;

  private final Map<Key, Pair<DataBuffer, long[]>> kept = new ConcurrentHashMap<>();

  /** Lets ND4J keep shapes, if it is not loaded yet and will be on the processor. */
  static void use() {
    try {
      Class.forName(
          "org.nd4j.linalg.jcublas.JCublasBackend", false, KeptShapes.class.getClassLoader());
    } catch (ClassNotFoundException e) { // of GPUs it keeps them itself, one by device
      System.setProperty("shapeinfoprovider", KeptShapes.class.getName());
    }
  }

  /** A shape. */
  private static final class Key {

    private final long[] shape;
    private final long[] stride;
    private final long step;
    private final char order;
    private final DataType type;
    private final boolean empty;

    Key(long[] shape, long[] stride, long step, char order, DataType type, boolean empty) {
      this.shape = shape;
      this.stride = stride;
      this.step = step;
      this.order = order;
      this.type = type;
      this.empty = empty;
    }

    /** The same with arrays that nobody else has. */
    Key own() {
      return new Key(shape.clone(), stride.clone(), step, order, type, empty);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && step == key.step
          && order == key.order
          && type == key.type
          && empty == key.empty
          && Arrays.equals(shape, key.shape)
          && Arrays.equals(stride, key.stride);
    }

    @Override
    public int hashCode() {
      int hash = Arrays.hashCode(shape) * 31 + Arrays.hashCode(stride);
      return ((hash * 31 + Long.hashCode(step)) * 31 + order) * 31 + type.hashCode();
    }
  }

  @Override
  public Pair<DataBuffer, long[]> createShapeInformation(
      long[] shape, long[] stride, long step, char order, DataType type, boolean empty) {
    Key key = new Key(shape, stride, step, order, type, empty);
    Pair<DataBuffer, long[]> known = kept.get(key);
    if (known != null) {
      return known;
    }
    Pair<DataBuffer, long[]> made =
        super.createShapeInformation(shape, stride, step, order, type, empty);
    if (kept.size() < MOST) {
      kept.put(key.own(), made);
    }
    return made;
  }

  @Override
  public void purgeCache() {
    kept.clear();
  }
}
