package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenfold.core.sweep.MissingLibrary;

class ExitCodeTest {

  @Test
  void aMissingLibraryIsToldInItsOwnWords() {
    Throwable error =
        new RuntimeException(
            new MissingLibrary("no such library; install it", new UnsatisfiedLinkError("x.so")));

    assertThat(ExitCode.of(error)).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(ExitCode.sentence(error)).isEqualTo("no such library; install it");
  }

  @Test
  void whatNobodyFoundOutBeforeIsToldByItsRoot() {
    assertThat(ExitCode.sentence(new IllegalStateException("a", new ArithmeticException("b"))))
        .isEqualTo("unexpected ArithmeticException: b");
  }
}
