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
    Columns table = new Columns(List.of("", "layer", "makes", "learns", "memory"));
    for (int l = 0; l < lines.size(); l++) {
      Topology.Line line = lines.get(l);
      add(
          table,
          Integer.toString(l + 1),
          line.layer(),
          line.out(),
          line.parameters(),
          line.bytes());
    }
    add(
        table,
        "",
        "all",
        "",
        lines.stream().mapToLong(Topology.Line::parameters).sum(),
        lines.stream().mapToLong(Topology.Line::bytes).sum());
    return table.text();
  }

  private static void add(
      Columns table, String number, String layer, String out, long parameters, long bytes) {
    table.add(List.of(number, layer, out, "%,d".formatted(parameters), Digits.bytes(bytes)));
  }
}
