package tenfold.core.conf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads settings that may have several values, each given once. */
final class Lists {

  private static final Pattern RANGE =
      Pattern.compile("\\s*(-?\\d{1,9})\\s*\\.\\.\\s*(-?\\d{1,9})\\s*");

  private Lists() {}

  /** Texts: none, one or a list. */
  static List<String> texts(Setting setting, String use) {
    return distinct(setting, setting.elements().stream().map(s -> s.text(use)).toList());
  }

  /** Values of a swept setting: one, a range such as {@code "1..10"}, or a list of these. */
  static List<Integer> integers(Setting setting, Limits limits) {
    Limits each =
        new Limits(
            limits.min(),
            limits.max(),
            limits.words() + ", a range such as \"1..3\", or a list of these");
    return distinct(setting, swept(setting, each).flatMap(s -> range(s, each)).toList());
  }

  /** Values of a swept setting: one or a list. */
  static List<Double> numbers(Setting setting, Limits limits) {
    Limits each =
        new Limits(limits.min(), limits.max(), limits.words() + ", or a list of such numbers");
    return distinct(setting, swept(setting, each).map(s -> s.number(each)).toList());
  }

  private static Stream<Setting> swept(Setting setting, Limits limits) {
    List<Setting> elements = setting.elements();
    if (elements.isEmpty()) {
      throw setting.wrong(limits.words());
    }
    return elements.stream();
  }

  private static Stream<Integer> range(Setting setting, Limits limits) {
    Matcher range = RANGE.matcher(setting.isWords() ? setting.raw() : "");
    if (!range.matches()) {
      return Stream.of(setting.integer(limits));
    }
    int first = Integer.parseInt(range.group(1));
    int last = Integer.parseInt(range.group(2));
    // The ends are checked before the range is spelled out, which bounds its length.
    if (!limits.admit(first) || !limits.admit(last)) {
      throw setting.wrong(limits.words());
    }
    if (first > last) {
      throw setting.wrong("\"%d..%d\", the smaller end first".formatted(last, first));
    }
    return IntStream.rangeClosed(first, last).boxed();
  }

  private static <T> List<T> distinct(Setting setting, List<T> values) {
    Set<T> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    for (T value : values) {
      if (!seen.add(value)) {
        twice.add(Words.hocon(value));
      }
    }
    if (!twice.isEmpty()) {
      throw setting.error(
          "has %s more than once; give each value once".formatted(String.join(", ", twice)));
    }
    return List.copyOf(seen);
  }
}
