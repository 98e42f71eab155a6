package tenfold.core.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenfold.core.data.DataSettings;
import tenfold.core.fold.Split;

/**
 * Refuses a column that two settings use in ways that exclude each other. Columns that only steer
 * the split are no features, so they may stand under {@code id} or {@code ignore} too.
 */
final class Roles {

  /** For each role the later ones that its columns cannot have. */
  private static final Map<String, Set<String>> EXCLUDES =
      Map.of(
          "data.target",
              Set.of(
                  "data.id",
                  "data.ignore",
                  "data.weight",
                  "data.categorical",
                  "split.group",
                  "split.order-by",
                  "split.fold-column"),
          "data.id", Set.of("data.ignore", "data.categorical"),
          "data.ignore", Set.of("data.categorical"),
          "data.weight", Set.of("data.categorical", "split.fold-column"));

  private record Role(Section block, String name, List<String> columns) {
    String key() {
      return name.substring(name.indexOf('.') + 1);
    }
  }

  private Roles() {}

  static void check(Section dataBlock, DataSettings data, Section splitBlock, Split split) {
    List<Role> roles = new ArrayList<>();
    roles.add(new Role(dataBlock, "data.target", data.targets()));
    roles.add(new Role(dataBlock, "data.id", data.id()));
    roles.add(new Role(dataBlock, "data.ignore", data.ignore()));
    roles.add(new Role(dataBlock, "data.weight", data.weight().stream().toList()));
    roles.add(new Role(dataBlock, "data.categorical", List.copyOf(data.categorical())));
    roles.add(new Role(splitBlock, "split.group", split.group()));
    roles.add(new Role(splitBlock, "split.order-by", split.orderBy().stream().toList()));
    roles.add(new Role(splitBlock, "split.fold-column", split.foldColumn().stream().toList()));
    for (Role first : roles) {
      Set<String> excluded = EXCLUDES.getOrDefault(first.name(), Set.of());
      roles.stream().filter(r -> excluded.contains(r.name())).forEach(r -> apart(first, r));
    }
  }

  private static void apart(Role first, Role second) {
    for (String column : second.columns()) {
      if (first.columns().contains(column)) {
        throw second
            .block()
            .error(
                second.key(),
                "names the column %s, which is already %s; a column cannot be both"
                    .formatted(Words.quoted(column), first.name()));
      }
    }
  }
}
