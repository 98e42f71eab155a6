package tenfold.core.model;

import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Layer;

/** Layers of networks as bytes: a number for the kind, then its settings. */
final class LayerCodec {

  private static final int DENSE = 0;
  private static final int CONV = 1;
  private static final int POOL = 2;
  private static final int DROPOUT = 3;
  private static final int BATCH_NORM = 4;

  private LayerCodec() {}

  static void write(Layer layer, Packer out) {
    if (layer instanceof Layer.Dense dense) {
      out.count(DENSE);
      out.count(dense.units());
      out.text(dense.activation().name());
    } else if (layer instanceof Layer.Conv conv) {
      out.count(CONV);
      out.count(conv.filters());
      out.count(conv.kernel());
      out.count(conv.stride());
      out.text(conv.activation().name());
    } else if (layer instanceof Layer.Pool pool) {
      out.count(POOL);
      out.count(pool.size());
    } else if (layer instanceof Layer.Dropout dropout) {
      out.count(DROPOUT);
      out.number(dropout.rate());
    } else {
      out.count(BATCH_NORM);
    }
  }

  static Layer read(Unpacker in) {
    return switch (in.index(BATCH_NORM + 1, "a layer of kind")) {
      case DENSE -> new Layer.Dense(size(in), activation(in));
      case CONV -> new Layer.Conv(size(in), size(in), size(in), activation(in));
      case POOL -> new Layer.Pool(size(in));
      case DROPOUT -> new Layer.Dropout(in.number());
      default -> new Layer.BatchNorm();
    };
  }

  private static int size(Unpacker in) {
    int size = in.index(Integer.MAX_VALUE, "a size of");
    if (size == 0) {
      throw new IllegalArgumentException("a layer has a size of 0");
    }
    return size;
  }

  private static Activation activation(Unpacker in) {
    return Activation.valueOf(in.text());
  }
}
