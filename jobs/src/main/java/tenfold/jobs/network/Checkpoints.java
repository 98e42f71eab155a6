package tenfold.jobs.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tenfold.jobs.spark.Store;

/** The checkpoints of a run: the last two, so that one is whole whatever happens to the other. */
final class Checkpoints {

  private static final String TORN = ".torn";

  private final Store store;

  Checkpoints(Store run) {
    store = run.child("checkpoints");
  }

  private static String name(int epochs) {
    return "epoch-%06d.bin".formatted(epochs);
  }

  private List<String> names() {
    return store.list().stream().filter(n -> n.matches("epoch-\\d+\\.bin")).toList();
  }

  /** Writes one whole, then removes those before the last. */
  void write(Checkpoint checkpoint) {
    store.write(name(checkpoint.epochs()), checkpoint.file());
    names().stream()
        .filter(n -> n.compareTo(name(checkpoint.epochs() - 1)) < 0)
        .forEach(n -> store.child(n).remove());
  }

  /** Returns the last whole one, and sets aside those that are not, telling so. */
  Optional<Checkpoint> last(Consumer<String> told) {
    List<String> names = names();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i);
      try {
        return Optional.of(Checkpoint.of(store.bytes(name).orElseThrow()));
      } catch (IllegalArgumentException e) {
        told.accept(
            "%s of %s is no whole checkpoint (%s); it is set aside as %s"
                .formatted(name, store.path(), e.getMessage(), name + TORN));
        store.rename(name, name + TORN);
      }
    }
    return Optional.empty();
  }

  /** Removes all that a finished run does not need. */
  void remove() {
    store.remove();
  }
}
