package tenfold.jobs.sweep;

import java.util.List;
import java.util.stream.Collectors;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.Topology;
import tenfold.core.report.Columns;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Shape;

/** The layers of networks, for people. */
final class Layers {

  private Layers() {}

  /** Returns a table for each different network; nothing where there are none. */
  static String text(List<Family> families, Shape shape) {
    return families.stream()
        .filter(NetworkFamily.class::isInstance)
        .flatMap(family -> ((NetworkFamily) family).layers(shape).stream())
        .map(lines -> table(lines) + "\n")
        .collect(Collectors.joining());
  }

  private static String table(List<Topology.Line> lines) {
    Columns table = new Columns(List.of("layer", "makes", "learns", "memory"));
    lines.forEach(l -> add(table, l.layer(), l.out(), l.parameters(), l.bytes()));
    add(
        table,
        "all",
        "",
        lines.stream().mapToLong(Topology.Line::parameters).sum(),
        lines.stream().mapToLong(Topology.Line::bytes).sum());
    return table.text();
  }

  private static void add(Columns table, String layer, String out, long parameters, long bytes) {
    table.add(List.of(layer, out, "%,d".formatted(parameters), Digits.bytes(bytes)));
  }
}
