package tenfold.core.data;

import java.io.Serializable;

/** A column that models may use. */
public record Feature(String name, Kind kind) implements Serializable {}
