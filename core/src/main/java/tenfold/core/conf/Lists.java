package tenfold.core.conf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads settings that may have several values, each given once. */
final class Lists {

  private static final Pattern RANGE =
      Pattern.compile("\\s*(-?\\d{1,9})\\s*\\.\\.\\s*(-?\\d{1,9})\\s*");

  /** More candidates than that on one axis are a slip of the finger. */
  private static final int LONGEST = 10_000;

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
    return distinct(setting, swept(setting, each.words()).flatMap(s -> range(s, each)).toList());
  }

  /** Values of a swept setting: one or a list. */
  static List<Double> numbers(Setting setting, Limits limits) {
    Limits each =
        new Limits(limits.min(), limits.max(), limits.words() + ", or a list of such numbers");
    return each(setting, each.words(), s -> s.number(each));
  }

  /** Values of a swept setting of any kind: one or a list. */
  static <T> List<T> each(Setting setting, String use, Function<Setting, T> as) {
    return distinct(setting, swept(setting, use).map(as).toList());
  }

  private static Stream<Setting> swept(Setting setting, String use) {
    List<Setting> elements = setting.elements();
    if (elements.isEmpty()) {
      throw setting.wrong(use);
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
    if (!limits.admit(first) || !limits.admit(last)) {
      throw setting.wrong(limits.words());
    }
    if (first > last) {
      throw setting.wrong("\"%d..%d\", the smaller end first".formatted(last, first));
    }
    if (last - (long) first >= LONGEST) { // known before the range is spelled out
      throw setting.wrong("a range of at most %,d values".formatted(LONGEST));
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
