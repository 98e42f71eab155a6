package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenfold.core.conf.Experiment;
import tenfold.core.data.Schema;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Shape;
import tenfold.jobs.spark.BroadcastLimit;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.trees.Placement;

/**
 * Families as they work on data of some size.
 *
 * @param families what is swept
 * @param placements where the tables of trees, forests, boosters and networks are kept
 */
record Placed(List<Family> families, Map<Placement.Held, Placement> placements) {

  /** Decides which families hold the whole table, and which leave the rows in partitions. */
  static Placed of(
      List<Family> families,
      Shape shape,
      Experiment experiment,
      Schema schema,
      SparkEngine engine) {
    long limit = BroadcastLimit.of(engine.blocks().context().getConf());
    WholeTable.check(families, shape, experiment.engine(), limit);
    Map<Placement.Held, Placement> placements = new EnumMap<>(Placement.Held.class);
    List<Family> placed = new ArrayList<>();
    for (Family family : families) {
      Optional<Placement> its =
          Families.holds(family)
              .map(
                  held ->
                      placements.computeIfAbsent(
                          held, h -> Placement.of(h, shape, experiment.engine(), limit)));
      placed.add(
          its.filter(p -> p.way() == Placement.Way.PARTITIONED).isPresent()
              ? Families.partitioned(family, experiment, schema.task(), engine)
              : family);
    }
    return new Placed(List.copyOf(placed), placements);
  }

  /** What they cost on data of this shape. */
  Plan plan(Shape shape, long testRows) {
    return Plan.of(families, shape, testRows);
  }

  /** Where trees are grown and why, a sentence for each table. */
  List<String> whereTreesGrow() {
    List<String> out = new ArrayList<>();
    placements.forEach((held, placement) -> out.add(grown(held) + placement.why()));
    return out;
  }

  private String grown(Placement.Held held) {
    if (held == Placement.Held.CODED) {
      return "trees are grown ";
    }
    Set<String> names = families.stream().map(Family::name).collect(Collectors.toSet());
    if (!names.contains("network")) {
      return "boosters are trained ";
    }
    return names.contains("boost") ? "boosters and networks are trained " : "networks are trained ";
  }

  /** Whether some trees are left to Spark's learners, which are not quite ours. */
  boolean partitioned() {
    return placements.values().stream().anyMatch(p -> p.way() == Placement.Way.PARTITIONED);
  }
}
