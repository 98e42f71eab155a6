package tenfold.core.conf;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One value of a configuration with its full key and its place. It reads itself as what is asked
 * for or says why it cannot; unlike the parser's own getters it takes no text for a number, save
 * where the value came from the command line or the environment.
 */
final class Setting {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");

  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  /** Beyond it not every whole number is a double. */
  private static final double EXACT = 0x1p53;

  private final String key;
  private final String verb;
  private final ConfigValue value;
  private final Source source;

  Setting(String key, ConfigValue value, Source source) {
    this(key, "is", value, source);
  }

  private Setting(String key, String verb, ConfigValue value, Source source) {
    this.key = key;
    this.verb = verb;
    this.value = value;
    this.source = source;
  }

  ConfigValue value() {
    return value;
  }

  boolean absent() {
    return value.valueType() == ConfigValueType.NULL;
  }

  boolean isList() {
    return value.valueType() == ConfigValueType.LIST;
  }

  /** Whether it is text that could not be meant as a number. */
  boolean isWords() {
    return value.valueType() == ConfigValueType.STRING
        && !NUMBER.matcher(raw()).matches()
        && !NO_NUMBER.matcher(raw()).matches();
  }

  /** An error about this setting; {@code sentence} goes on after the key. */
  ConfigurationException error(String sentence) {
    return new ConfigurationException(
        "%s: %s %s".formatted(source.place(value.origin()), key, sentence));
  }

  /** The error that says what was found and to {@code use} something else. */
  ConfigurationException wrong(String use) {
    return error("%s %s; use %s".formatted(verb, found(), use));
  }

  /** What stands there, as a message calls it. */
  private String found() {
    return switch (value.valueType()) {
      case NULL -> "null";
      case BOOLEAN, NUMBER -> raw();
      case STRING -> isHuge() ? raw() : "the text " + Words.quoted(raw());
      case LIST -> ((ConfigList) value).isEmpty() ? "an empty list" : "a list";
      case OBJECT -> "a block";
    };
  }

  /** A scalar as it was written. */
  String raw() {
    return value.atKey("it").getString("it");
  }

  /** The text, not blank. */
  String text(String use) {
    boolean scalar =
        switch (value.valueType()) {
          case STRING -> true;
          case NUMBER, BOOLEAN -> Source.untyped(value.origin());
          case NULL, LIST, OBJECT -> false;
        };
    if (!scalar) {
      throw wrong(use);
    }
    if (raw().isBlank()) {
      throw error("%s blank; use %s".formatted(verb, use));
    }
    return raw();
  }

  boolean flag() {
    if (value.valueType() == ConfigValueType.BOOLEAN) {
      return (Boolean) value.unwrapped();
    }
    throw wrong("true or false");
  }

  /** The constant that the word names. */
  <E extends Enum<E>> E word(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return constant(constants, Words.or(constants.stream().map(Words::of).toList()));
  }

  /** The one of the constants that the word names. */
  <E extends Enum<E>> E constant(List<E> constants, String use) {
    int index = constants.stream().map(Words::of).toList().indexOf(text(use));
    if (index < 0) {
      throw wrong(use);
    }
    return constants.get(index);
  }

  double number(Limits limits) {
    double number =
        switch (value.valueType()) {
          case NUMBER -> ((Number) value.unwrapped()).doubleValue();
          case STRING -> isNumber() ? Double.parseDouble(raw()) : Double.NaN;
          case NULL, BOOLEAN, LIST, OBJECT -> Double.NaN;
        };
    if (!limits.admit(number)) {
      throw wrong(limits.words());
    }
    return number + 0.0; // -0.0 becomes 0.0, so that equal settings are equal
  }

  private boolean isNumber() {
    return isHuge() || (Source.untyped(value.origin()) && NUMBER.matcher(raw()).matches());
  }

  /** Whether it is a whole number past 64 bits, which the parser hands over as text. */
  private boolean isHuge() {
    if (!WHOLE.matcher(raw()).matches()) {
      return false;
    }
    try {
      Long.parseLong(raw());
      return false;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  int integer(Limits limits) {
    return Math.toIntExact(whole(limits));
  }

  long whole(Limits limits) {
    double number = number(limits);
    if (number != Math.rint(number)) {
      throw wrong(limits.words());
    }
    if (Math.abs(number) < EXACT) {
      return (long) number;
    }
    try {
      return Long.parseLong(raw());
    } catch (NumberFormatException e) {
      throw wrong(limits.words());
    }
  }

  /** The elements of a list; of anything else, itself. */
  List<Setting> elements() {
    if (value instanceof ConfigList list) {
      return list.stream().map(v -> new Setting(key, "has", v, source)).toList();
    }
    return List.of(this);
  }

  /** A value inside this block, under a name that may have dots of its own. */
  Setting child(String name, ConfigValue inner) {
    return new Setting(key + "." + name, inner, source);
  }
}
