package tenfold.core.learn.network;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import tenfold.core.sweep.Accelerator;
import tenfold.core.sweep.MissingLibrary;

/**
 * ND4J's own threads: there must be none, since tasks are what runs side by side here, and sums
 * keep their order.
 */
final class Nd4jThreads {

  private Nd4jThreads() {}

  /** ND4J's library, once loaded. */
  private static final class Library {

    static {
      Nd4j.getExecutioner(); // loads it
      Nd4j.getEnvironment().setMaxMasterThreads(1);
      openblas_nolapack.blas_set_num_threads(1);
    }

    private Library() {}

    static void load() {
      // done by then
    }
  }

  /**
   * Loads ND4J's library, before any task asks for it.
   *
   * @throws MissingLibrary if this machine cannot
   */
  static void require() {
    try {
      one();
    } catch (LinkageError e) {
      throw new MissingLibrary(
          "ND4J's library does not load on this machine (%s); models.network needs Linux on x86-64, here and on every executor, and of a build with -Pgpu also NVIDIA's driver and CUDA 11.6"
              .formatted(first(e)),
          e);
    }
  }

  private static String first(Throwable error) {
    Throwable its = error;
    while (its.getCause() != null) {
      its = its.getCause();
    }
    return String.valueOf(its.getMessage()).lines().findFirst().orElse("");
  }

  /** Makes ND4J work on the calling thread alone, and on the GPU that belongs to its work. */
  static void one() {
    Library.load();
    Accelerator.own().ifPresent(gpu -> Nd4j.getAffinityManager().unsafeSetDevice(gpu));
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1); // of this thread
  }
}
