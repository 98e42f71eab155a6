package tenfold.jobs.spark;

import java.util.Optional;

/** Which Tenfold this is. */
public final class Version {

  /** The version in the jar's manifest; "development" for classes outside of a jar. */
  public static final String TENFOLD =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Version() {}
}
