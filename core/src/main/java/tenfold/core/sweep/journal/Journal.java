package tenfold.core.sweep.journal;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/** Where finished units are kept, each whole or not at all. It is shipped to where units run. */
public interface Journal extends Serializable {

  /** Names of all that is kept. */
  Set<String> names();

  /** Returns what is kept under a name; empty if it is gone. */
  Optional<byte[]> read(String name);

  /** Refuses to go on, before a unit is worked, where it could not be kept. */
  default void check() {}

  /** Keeps a unit. Two that keep the same one at a time keep the same bytes. */
  void keep(String name, byte[] unit);

  /** Puts aside what is kept under a name but cannot be used, and returns where it is then. */
  String setAside(String name);
}
