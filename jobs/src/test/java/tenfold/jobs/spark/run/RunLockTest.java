package tenfold.jobs.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;

class RunLockTest {

  private static final String NAME = "_LOCK";
  private static final Holder HERE = Holder.here();
  private static final Holder ELSEWHERE = new Holder("far", "another machine", 7, 1);

  private final List<String> told = new ArrayList<>();

  @TempDir private Path dir;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.at(dir.resolve("runs/one").toString(), new Configuration());
  }

  @Test
  void aHeldLockIsRefusedAndAReleasedOneIsFreeAndLeavesNothing() {
    RunLock lock = claim();

    assertThatThrownBy(this::claim)
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "the run is in use by process %d on .+ since 20.+Z; wait until that has ended, or end it"
                .formatted(ProcessHandle.current().pid()));
    assertThat(RunLock.held(store, NAME)).isTrue();
    lock.release();
    lock.release(); // a second time is none

    assertThat(dir.resolve("runs")).doesNotExist();
    claim().release();
    assertThat(told).isEmpty();
  }

  @Test
  void whatWasThereBeforeTheLockStays() throws IOException {
    Files.createDirectories(dir.resolve("runs"));

    RunLock lock = claim();
    Files.writeString(dir.resolve("runs/one/config.conf"), "a = 1");
    lock.release();

    assertThat(dir.resolve("runs/one")).isDirectoryContaining("glob:**config.conf");
    assertThat(dir.resolve("runs/one/" + NAME)).doesNotExist();
  }

  @Test
  void aLockWithoutASignForAMinuteIsTakenOver() throws IOException {
    Instant old = Instant.now().minusSeconds(61);
    write(ELSEWHERE, old);

    RunLock lock = claim();

    assertThat(told)
        .containsExactly(
            "took the run over from process 7 on far, which gave no sign since " + old);
    lock.check();
    lock.release();
  }

  @Test
  void theLockOfAProcessOfThisMachineThatHasGoneIsTakenOverAtOnce() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    long born = process.info().startInstant().orElseThrow().getEpochSecond();
    write(new Holder("here", HERE.machine(), process.pid(), born), Instant.now());
    assertThatThrownBy(this::claim).hasMessageContaining("process %d on here", process.pid());
    process.destroyForcibly().waitFor();

    claim().release();

    assertThat(told)
        .containsExactly(
            "took the run over from process %d on here, which is gone".formatted(process.pid()));
  }

  @Test
  void aProcessOfTheSameNumberThatStartedAtAnotherTimeIsNotTheHolder() throws IOException {
    write(new Holder("here", HERE.machine(), HERE.pid(), HERE.born() - 100), Instant.now());

    claim().release();

    assertThat(told).singleElement().asString().endsWith("which is gone");
  }

  @Test
  void aHolderOnAnotherMachineIsWatchedUntilItMoves() throws Exception {
    write(ELSEWHERE, Instant.now());
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(1500);
                write(ELSEWHERE, Instant.now());
              } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();

    assertThatThrownBy(this::claim)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the run is in use by process 7 on far since ");
    other.join();
    assertThat(told).containsExactly("waiting for a sign of life from process 7 on far in the run");
  }

  @Test
  void aHolderOnAnotherMachineIsWatchedUntilItsMinuteIsOver() throws IOException {
    write(ELSEWHERE, Instant.now().minusSeconds(58));

    claim().release();

    assertThat(told).hasSize(2);
    assertThat(told.get(1)).startsWith("took the run over from process 7 on far");
  }

  @Test
  void aTornLockIsAsOldAsItsFile() throws IOException {
    write("{\"host\": \"fa");
    assertThat(RunLock.held(store, NAME)).isTrue();
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(61)));

    claim().release();

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("took the run over from another process");
  }

  @Test
  void aHeldLockIsRenewed() throws Exception {
    RunLock lock = RunLock.claim(store, NAME, "the run", told::add, Duration.ofMillis(20));
    Instant first = Sign.in(store, NAME).orElseThrow().heartbeat();

    await(() -> Sign.in(store, NAME).filter(s -> s.heartbeat().isAfter(first)).isPresent());

    lock.release();
  }

  @Test
  void whoseLockIsTakenEndsAndLeavesTheOthersAlone() throws Exception {
    RunLock lock = RunLock.claim(store, NAME, "the run", told::add, Duration.ofMillis(20));
    assertThatCode(lock::check).doesNotThrowAnyException();
    store.write(NAME, Sign.text(ELSEWHERE, "another", Instant.now())); // whole, as a new one is

    await(lock::lost);
    assertThatThrownBy(lock::check)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("was taken over by process 7 on far");
    lock.release();
    assertThat(store.read(NAME).orElseThrow()).contains("another machine");
  }

  @Test
  void ofManyWhoTakeOverAtOnceOneSucceeds() throws Exception {
    for (int round = 0; round < 10; round++) {
      write(ELSEWHERE, Instant.now().minusSeconds(61));
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Callable<RunLock>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          claims.add(() -> RunLock.claim(store, NAME, "the run", note -> {}));
        }
        List<RunLock> locks = new ArrayList<>();
        for (Future<RunLock> claim : threads.invokeAll(claims)) {
          try {
            locks.add(claim.get());
          } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(UsageException.class);
          }
        }
        assertThat(locks).hasSize(1);
        locks.get(0).release();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private RunLock claim() {
    return RunLock.claim(store, NAME, "the run", told::add);
  }

  private void write(Holder holder, Instant heartbeat) throws IOException {
    write(
        holder
            .to(Json.object())
            .put("started", heartbeat.toString())
            .put("heartbeat", heartbeat.toString())
            .toString());
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }

  private Path file() {
    return dir.resolve("runs/one/" + NAME);
  }

  private static void await(Callable<Boolean> what) throws Exception {
    Instant end = Instant.now().plusSeconds(10);
    while (!what.call()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(5);
    }
  }
}
