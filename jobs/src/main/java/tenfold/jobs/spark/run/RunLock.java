package tenfold.jobs.spark.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tenfold.jobs.spark.Interrupts;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.StoreException;
import tenfold.jobs.spark.UsageException;

/**
 * A file that keeps other processes out, on any Hadoop file system.
 *
 * <p>It is made by the one step that of several processes only one can do. Its holder renews it
 * every 10 seconds; one that was not renewed for 60, or whose process has gone from this machine,
 * is taken over. One who finds the lock of another machine's process watches it: once it is renewed
 * he is refused. A holder that finds its lock taken, say after its machine was suspended, writes no
 * more. Clocks of machines must agree to well within a minute.
 */
public final class RunLock {

  static final Duration BEAT = Duration.ofSeconds(10);

  /** Milliseconds between two looks at a lock that another holds. */
  private static final long LOOK = 200;

  private final Store store;
  private final String name;
  private final List<Store> made; // directories that the lock brought about, inner ones first
  private final String token = UUID.randomUUID().toString();
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Holder holder = Holder.here();
  private Timer heart;
  private Runnable hook;
  private boolean released;
  private volatile Optional<Sign> taken = Optional.empty();

  private RunLock(Store store, String name) {
    this.store = store;
    this.name = name;
    this.made = missing(store);
  }

  /**
   * Takes the lock {@code name} in {@code store} until {@link #release} or a signal.
   *
   * @param what it guards, as messages call it
   * @param told of a lock that was left behind and taken over, a sentence
   * @throws UsageException if another process holds it, or this one
   */
  public static RunLock claim(Store store, String name, String what, Consumer<String> told) {
    return claim(store, name, what, told, BEAT);
  }

  static RunLock claim(
      Store store, String name, String what, Consumer<String> told, Duration beat) {
    RunLock lock = new RunLock(store, name);
    Optional<Watch> watch = Optional.empty();
    while (!store.create(name, lock.text())) {
      Optional<Sign> found = Sign.in(store, name);
      if (found.isEmpty()) {
        continue; // it was released a moment ago
      }
      Sign sign = found.get();
      Watch seen = watch.orElseGet(() -> new Watch(sign, Instant.now()));
      Optional<String> stale = sign.stale().or(seen::over);
      if (stale.isPresent()) {
        if (lock.setAside(sign)) {
          told.accept("took %s over from %s, %s".formatted(what, sign.who(), stale.get()));
        } else {
          pause();
        }
      } else if (sign.alive() || seen.moved(sign)) {
        throw new UsageException(
            "%s is in use by %s since %s; wait until that has ended, or end it"
                .formatted(what, sign.who(), sign.started()));
      } else {
        if (watch.isEmpty()) {
          told.accept("waiting for a sign of life from %s in %s".formatted(sign.who(), what));
        }
        watch = Optional.of(seen);
        pause();
      }
    }
    lock.keep(beat);
    return lock;
  }

  /** A look at a lock whose holder may have died with another machine: it moves, or is over. */
  private record Watch(Sign first, Instant since) {

    boolean moved(Sign now) {
      return !now.heartbeat().equals(first.heartbeat());
    }

    Optional<String> over() {
      return since.plus(Sign.PATIENCE).isBefore(Instant.now())
          ? Optional.of("which gave no sign for a minute")
          : Optional.empty();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while waiting for a lock");
    }
  }

  /**
   * Removes a lock that was left behind; false if another process is doing so, or has.
   *
   * <p>Under a second lock, for between a look at the first and its removal somebody else may have
   * taken it over. Whoever dies here leaves the second behind, for a minute.
   */
  private boolean setAside(Sign stale) {
    String guard = "." + name + ".takeover.tmp";
    if (!store.create(guard, text())) {
      Sign.in(store, guard).flatMap(Sign::stale).ifPresent(its -> store.remove(guard));
      return false;
    }
    try {
      boolean same = store.read(name).filter(stale.text()::equals).isPresent();
      if (same) {
        store.remove(name);
      }
      return same;
    } finally {
      store.remove(guard);
    }
  }

  private void keep(Duration beat) {
    hook = Interrupts.onInterrupt(exit -> release());
    heart = new Timer("tenfold-heartbeat", true);
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            beat();
          }
        };
    heart.schedule(task, beat.toMillis(), beat.toMillis());
  }

  private synchronized void beat() {
    if (released || lost()) {
      return;
    }
    try {
      Optional<String> there = store.read(name);
      if (there.isPresent() && (there.get().isEmpty() || there.get().contains(token))) {
        store.refresh(name, text());
      } else {
        taken = Sign.in(store, name).or(() -> Optional.of(removed()));
      }
    } catch (RuntimeException e) {
      // A store that is away for a moment; the next beat tries again.
    }
  }

  private Sign removed() {
    return new Sign("", Optional.empty(), Instant.now(), Instant.now());
  }

  /** Whether a living process holds the lock, as far as can be told from here. */
  static boolean held(Store store, String name) {
    return Sign.in(store, name).filter(sign -> sign.stale().isEmpty()).isPresent();
  }

  /** Whether another process has taken the lock over, or removed it. */
  boolean lost() {
    return taken.isPresent();
  }

  /**
   * Does nothing while the lock is held.
   *
   * @throws UsageException if another process has taken it over
   */
  void check() {
    taken.ifPresent(
        sign -> {
          throw new UsageException(
              "%s was taken over by %s at %s, since this process gave no sign for a minute or its lock was removed; it ends here"
                  .formatted(store.path(), sign.who(), sign.started()));
        });
  }

  /** Lets others in; directories that were made for the lock alone go with it. */
  public void release() {
    heart.cancel();
    Interrupts.forget(hook);
    synchronized (this) {
      if (released) {
        return;
      }
      released = true;
      try {
        if (store.read(name).filter(text -> text.contains(token)).isPresent()) {
          store.remove(name);
        }
        made.forEach(Store::removeIfEmpty);
      } catch (StoreException e) {
        // Nothing can be done about it; others take the lock over in a minute.
      }
    }
  }

  private String text() {
    return Sign.text(holder, token, started);
  }

  private static List<Store> missing(Store store) {
    List<Store> out = new ArrayList<>();
    for (Store at = store; !at.exists(); at = at.parent()) {
      out.add(at);
    }
    return out;
  }
}
