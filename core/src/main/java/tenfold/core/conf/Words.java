package tenfold.core.conf;

import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values and names as they stand in a configuration. */
final class Words {

  private Words() {}

  /** The configuration's word for a constant: {@code one-standard-error}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Joins as in {@code a, b or c}. */
  static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Joins a block's path and a key; a key that is no plain word is quoted. */
  static String path(String block, String key) {
    String name = ConfigUtil.joinPath(key);
    return block.isEmpty() ? name : block + "." + name;
  }

  /** Text in quotes, with its secrets masked. */
  static String quoted(String text) {
    return ConfigUtil.quoteString(Secrets.masked(text));
  }

  /** Returns the value as HOCON, with secrets masked; an absent one is {@code null}. */
  static String hocon(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Words::hocon).orElse("null");
    }
    if (value instanceof Enum<?> constant) {
      return of(constant);
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Words::hocon).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> option((String) e.getKey(), e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }

  private static String option(String key, Object value) {
    String shown = Secrets.named(key) ? quoted(Secrets.MASK) : hocon(value);
    return ConfigUtil.quoteString(key) + " = " + shown;
  }
}
