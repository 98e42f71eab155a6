package tenfold.core.conf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.DataSettings;
import tenfold.core.fold.Split;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.logistic.LogisticGrid;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Choice;

/**
 * What a configuration asks for, checked as far as it can be without the data.
 *
 * @param name what the user calls it; the file's base name where the file does not say
 * @param data where the data are and what their columns mean
 * @param split how they are cut
 * @param grids the grid of each family to sweep, at least one, in the order in which ties go
 * @param averaging how several executors train one network
 * @param engine how trees and forests reach the executors
 * @param select how the winner is picked
 * @param baseline a score to beat, if one was stated
 * @param runs the directory under which runs are written
 * @param merged all settings with their defaults, as a configuration that reads to an equal
 *     experiment, save that secrets in {@code data} are masked
 */
public record Experiment(
    String name,
    DataSettings data,
    Split split,
    List<Record> grids,
    AveragingSetting averaging,
    EngineSetting engine,
    Choice select,
    Optional<BaselineSetting> baseline,
    String runs,
    String merged) {

  public Experiment {
    grids = List.copyOf(grids);
  }

  /**
   * Reads a configuration.
   *
   * @param file in HOCON; includes are relative to it
   * @param overrides {@code key=value}, the later over the earlier and all over the file
   * @throws ConfigurationException if it is not there or cannot be used
   */
  public static Experiment read(Path file, List<String> overrides) {
    return of(Document.read(file, overrides), baseName(file.toString()));
  }

  /**
   * Returns the files that a configuration includes, and those that they include in turn.
   *
   * @throws ConfigurationException if it is not there or is no HOCON
   */
  public static List<Path> includes(Path file, List<String> overrides) {
    return Document.read(file, overrides).included();
  }

  /**
   * Reads a configuration that is at hand as text.
   *
   * @param origin what messages call it, such as a file's name
   */
  public static Experiment parse(String text, String origin, List<String> overrides) {
    return of(Document.parse(text, origin, overrides), baseName(origin));
  }

  /** The grid of the ridge sweep, if there is one. */
  public Optional<RidgeGrid> ridge() {
    return grid(RidgeGrid.class);
  }

  /** The grid of the logistic sweep, if there is one. */
  public Optional<LogisticGrid> logistic() {
    return grid(LogisticGrid.class);
  }

  /** The grid of the tree sweep, if there is one. */
  public Optional<TreeGrid> tree() {
    return grid(TreeGrid.class);
  }

  /** The grid of the forest sweep, if there is one. */
  public Optional<ForestGrid> forest() {
    return grid(ForestGrid.class);
  }

  /** The grid of the boosting sweep, if there is one. */
  public Optional<BoostGrid> boost() {
    return grid(BoostGrid.class);
  }

  /** The grid of the network sweep, if there is one. */
  public Optional<NetworkGrid> network() {
    return grid(NetworkGrid.class);
  }

  private <G extends Record> Optional<G> grid(Class<G> family) {
    return grids.stream().filter(family::isInstance).map(family::cast).findFirst();
  }

  private static Experiment of(Document document, String defaultName) {
    Section root = Section.root(document.root(), document.source());
    String name = root.read("name", s -> s.text("text in quotes"), defaultName);
    Section dataBlock = root.block("data");
    DataSettings data = DataBlock.read(dataBlock);
    Section splitBlock = root.block("split");
    Split split = SplitBlock.read(splitBlock);
    Roles.check(dataBlock, data, splitBlock, split);
    List<Record> grids = Families.read(root);
    AveragingSetting averaging = AveragingBlock.read(root);
    SplitConflicts.refuseFamilies(splitBlock, split, grids);
    Targets.refuse(dataBlock, data, grids, splitBlock, split);
    EngineSetting engine =
        root.read("engine", s -> s.word(EngineSetting.class), EngineSetting.AUTO);
    Choice select = SelectBlock.read(root.block("select"), data);
    Optional<BaselineSetting> baseline = root.optionalBlock("baseline").map(BaselineSetting::read);
    if (root.optionalBlock("diagnose").isPresent()) { // with a key, opening it refused the key
      throw root.error("diagnose", "is not available yet; leave it out");
    }
    String runs = root.block("output").read("runs", s -> s.text("a directory in quotes"), "runs");
    return new Experiment(
        name, data, split, grids, averaging, engine, select, baseline, runs, root.render());
  }

  /** The last part of a path without its ending. */
  private static String baseName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
