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

  private static final String ND4J = "org.nd4j.linalg.factory.Nd4j";

  private Nd4jThreads() {}

  /** ND4J's library, once loaded. */
  private static final class Library {

    static {
      KeptShapes.use();
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
   * Refuses a jar that has no networks in it.
   *
   * @throws MissingLibrary if this is one
   */
  static void present() {
    try {
      Class.forName(ND4J, false, Nd4jThreads.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new MissingLibrary(
          "this jar was built with -Pwithout-networks and has no ND4J; use one that was built without that profile, or leave out models.network",
          e);
    }
  }

  /**
   * Loads ND4J's library, before any task asks for it.
   *
   * @throws MissingLibrary if this machine cannot
   */
  static void require() {
    present();
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
