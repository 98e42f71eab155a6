package tenfold.core.sweep;

/** A candidate and what it came to. */
public record Result(Candidate candidate, Outcome outcome) {}
