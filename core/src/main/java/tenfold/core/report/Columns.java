package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
public final class Columns {

  private final List<List<String>> lines = new ArrayList<>();

  /** A table with these headings. */
  public Columns(List<String> headings) {
    lines.add(List.copyOf(headings));
  }

  /** Adds a line of as many cells as there are headings. */
  public void add(List<String> cells) {
    lines.add(List.copyOf(cells));
  }

  /** Returns the table, two spaces before each line. */
  public String text() {
    int columns = lines.get(0).size();
    int[] width = new int[columns];
    boolean[] right = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int at = c;
      width[c] = lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0);
      right[c] = lines.stream().skip(1).allMatch(line -> line.get(at).matches("[-+±]?[\\d.].*|"));
    }
    return lines.stream()
        .map(line -> "  " + format(line, width, right) + "\n")
        .collect(Collectors.joining());
  }

  private static String format(List<String> line, int[] width, boolean[] right) {
    StringBuilder out = new StringBuilder();
    for (int c = 0; c < line.size(); c++) {
      String pad = " ".repeat(width[c] - line.get(c).length());
      out.append(c == 0 ? "" : "  ").append(right[c] ? pad + line.get(c) : line.get(c) + pad);
    }
    return out.toString().stripTrailing();
  }
}
