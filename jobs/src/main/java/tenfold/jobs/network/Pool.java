package tenfold.jobs.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tenfold.core.learn.network.Worker;

/**
 * Workers at rest in this process, so that the next turn need not make them anew. A worker that is
 * taken is nobody else's: where a second attempt runs beside the first, it gets one of its own.
 */
final class Pool {

  private static final Map<Place, Worker> RESTING = new ConcurrentHashMap<>();

  private Pool() {}

  /** Which worker of which training. */
  record Place(String training, int worker) {}

  static Worker take(Place place, Supplier<Worker> otherwise) {
    Worker resting = RESTING.remove(place);
    return resting == null ? otherwise.get() : resting;
  }

  static void rest(Place place, Worker worker) {
    Worker other = RESTING.put(place, worker);
    if (other != null) {
      other.close();
    }
  }

  /** Lets go of the workers of a training. */
  static void close(String training) {
    for (Place place : List.copyOf(RESTING.keySet())) {
      if (place.training().equals(training)) {
        Worker worker = RESTING.remove(place);
        if (worker != null) {
          worker.close();
        }
      }
    }
  }
}
