package tenfold.core.learn.network;

/** What a unit makes of its weighted sum. */
public enum Activation {
  LINEAR {
    @Override
    float of(float z) {
      return z;
    }
  },
  SIGMOID {
    @Override
    float of(float z) {
      return (float) (1 / (1 + Math.exp(-z)));
    }
  },
  RELU {
    @Override
    float of(float z) {
      return Math.max(0, z);
    }
  },
  TANH {
    @Override
    float of(float z) {
      return (float) Math.tanh(z);
    }
  };

  /** Returns the activation of a weighted sum. */
  abstract float of(float z);
}
