package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;

class AttemptsTest {

  private final AtomicInteger calls = new AtomicInteger();

  /** Works after so many calls that do not. */
  private Supplier<String> after(int failures) {
    return () -> {
      if (calls.incrementAndGet() <= failures) {
        throw new IllegalStateException("call " + calls);
      }
      return "done";
    };
  }

  @Test
  void whatFailsOnceIsTriedAgain() {
    assertThat(new Attempts(2, Duration.ZERO).of(after(1))).isEqualTo(new Unit.Done<>("done"));
    assertThat(calls).hasValue(2);
  }

  @Test
  void whatFailsAsOftenAsItIsTriedHasFailed() {
    assertThat(new Attempts(3, Duration.ZERO).of(after(3))).isEqualTo(new Unit.Failed<>("call 3"));
    assertThat(calls).hasValue(3);
  }

  @Test
  void withALimitTheSameIsTrue() {
    Attempts limited = new Attempts(2, Duration.ofSeconds(60));
    assertThat(limited.of(after(1))).isEqualTo(new Unit.Done<>("done"));
    calls.set(0);
    assertThat(limited.of(after(2))).isEqualTo(new Unit.Failed<>("call 2"));
  }

  @Test
  void whatTakesTooLongIsNotTriedAgain() {
    CountingHang hang = new CountingHang();
    assertThat(new Attempts(3, Duration.ofMillis(50)).of(hang))
        .isEqualTo(new Unit.Failed<>("it took longer than the limit of 50 ms"));
    assertThat(hang.calls).hasValue(1);
  }

  @Test
  void theAcceleratorGoesAlong() {
    Attempts limited = new Attempts(1, Duration.ofSeconds(60));
    assertThat(Accelerator.with(3, () -> limited.of(Accelerator::own).result())).hasValue(3);
  }

  @Test
  void aReasonWithoutWordsIsNamedByItsKind() {
    assertThat(
            Attempts.USUAL.of(
                () -> {
                  throw new ArithmeticException();
                }))
        .isEqualTo(new Unit.Failed<>("ArithmeticException"));
  }

  @Test
  void whatConcernsAllUnitsIsThrown() {
    assertThatThrownBy(
            () ->
                Attempts.USUAL.of(
                    () -> {
                      calls.incrementAndGet();
                      throw new DataException("no rows");
                    }))
        .isInstanceOf(DataException.class);
    assertThat(calls).hasValue(1);
  }

  /** Waits to be interrupted. */
  private static final class CountingHang implements Supplier<String> {

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String get() {
      calls.incrementAndGet();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "late";
    }
  }
}
