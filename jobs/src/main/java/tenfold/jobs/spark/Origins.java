package tenfold.jobs.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import tenfold.core.data.Schema;
import tenfold.core.learn.network.Keras;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.NetworkModel;
import tenfold.core.learn.network.Origin;
import tenfold.core.model.ModelFiles;

/** Networks that others begin as, on any Hadoop file system. */
public final class Origins {

  private Origins() {}

  /**
   * Returns a grid with the network that it begins as, if it names one.
   *
   * @throws UsageException if there is no such network, or the grid cannot begin as it
   */
  public static NetworkGrid read(NetworkGrid grid, Schema schema, Configuration hadoop) {
    if (grid.transfer().isEmpty()) {
      return grid;
    }
    String from = grid.transfer().get().from();
    Origin origin = isKeras(from) ? keras(from, hadoop) : model(from, hadoop);
    origin.check(schema);
    try {
      return grid.startingFrom(origin);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static boolean isKeras(String from) {
    String name = from.toLowerCase(Locale.ROOT);
    return name.endsWith(".h5") || name.endsWith(".hdf5");
  }

  private static Origin model(String from, Configuration hadoop) {
    Store given = Store.at(from, hadoop);
    if (!given.exists()) {
      throw new UsageException(
          "models.network.from: there is no %s; name a run, its model directory or a Keras file that ends in .h5"
              .formatted(given.path()));
    }
    Store store = given.has("model") ? given.child("model") : given;
    if (!store.has("manifest.json")) {
      throw new UsageException(
          "models.network.from: %s holds no model; name a run that finished, or its model directory"
              .formatted(store.path()));
    }
    if (ModelFiles.read(store::bytes, store.path()).fitted() instanceof NetworkModel model) {
      return Origin.of(from, model);
    }
    throw new UsageException(
        "models.network.from: the model in %s is no network; name a run that a network won"
            .formatted(store.path()));
  }

  /** HDF5 reads local files only. */
  private static Origin keras(String from, Configuration hadoop) {
    Store file = Store.at(from, hadoop);
    byte[] bytes =
        file.parent()
            .bytes(file.name())
            .orElseThrow(
                () ->
                    new UsageException(
                        "models.network.from: there is no %s".formatted(file.path())));
    try {
      Path local = Files.createTempFile("tenfold-", ".h5");
      try {
        Files.write(local, bytes);
        return Keras.read(local, from);
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "models.network.from: %s cannot be taken over: %s".formatted(from, e.getMessage()));
      } finally {
        Files.delete(local);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
