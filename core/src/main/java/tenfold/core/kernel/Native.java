package tenfold.core.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.lapack.LAPACK;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The BLAS and LAPACK in use, loaded once per process, on first use.
 *
 * <p>The library looks for a system's {@code libblas.so.3}; unless the user has named another, it
 * is pointed to the OpenBLAS that comes with this program (unpacked once into javacpp's cache),
 * which is told to work on one thread: tasks are what runs side by side here, and sums keep their
 * order. Where nothing native loads, the library's Java code does the same work more slowly.
 */
final class Native {

  static final BLAS BLAS_IN_USE;
  static final LAPACK LAPACK_IN_USE;
  static final String NAME;

  private static final String BLAS_PATH = "dev.ludovic.netlib.blas.nativeLibPath";
  private static final String LAPACK_PATH = "dev.ludovic.netlib.lapack.nativeLibPath";

  /**
   * Loggers that warn of a fallback which is reported by {@link #NAME}; held against collection.
   */
  private static final Logger[] CHATTER = {
    Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder"),
    Logger.getLogger("dev.ludovic.netlib.lapack.InstanceBuilder")
  };

  static {
    for (Logger logger : CHATTER) {
      logger.setLevel(Level.SEVERE);
    }
    boolean ours = bundled();
    BLAS_IN_USE = BLAS.getInstance();
    LAPACK_IN_USE = LAPACK.getInstance();
    boolean jni = BLAS_IN_USE.getClass().getSimpleName().startsWith("JNI");
    NAME = jni ? ours ? "OpenBLAS (bundled)" : "native (system)" : "Java";
  }

  private Native() {}

  /** Points the library to the bundled OpenBLAS; returns whether it did. */
  private static boolean bundled() {
    if (System.getProperty(BLAS_PATH) != null || System.getProperty(LAPACK_PATH) != null) {
      return false;
    }
    try {
      Loader.load(openblas_nolapack.class);
      openblas_nolapack.blas_set_num_threads(1);
      // The file holds LAPACK too; "nolapack" names javacpp's bindings, which are not used here.
      String file =
          Loader.getLoadedLibraries().entrySet().stream()
              .filter(e -> e.getKey().startsWith("openblas"))
              .map(java.util.Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      System.setProperty(BLAS_PATH, file);
      System.setProperty(LAPACK_PATH, file);
      return true;
    } catch (RuntimeException | LinkageError e) {
      return false; // another platform, or a cache directory that cannot be written
    }
  }
}
