package tenfold.core.learn.network;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's own threads: there must be none, since tasks are what runs side by side here, and sums
 * keep their order.
 */
final class Nd4jThreads {

  static {
    Nd4j.getExecutioner(); // loads the library
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    openblas_nolapack.blas_set_num_threads(1);
  }

  private Nd4jThreads() {}

  /**
   * Loads ND4J's library, before any task asks for it.
   *
   * @throws IllegalStateException if this machine cannot; the message says what is missing
   */
  static void require() {
    try {
      one();
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "ND4J's library does not load on this machine (%s); models.network needs Linux on x86-64, here and on every executor"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Makes ND4J work on the calling thread alone. */
  static void one() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1); // of this thread
  }
}
