/**
 * Text to checked records: one configuration in HOCON, with includes and overrides, becomes an
 * {@link tenfold.core.conf.Experiment} or a sentence that says what to change. Knows all that a
 * setting can name; nothing else in the core knows it.
 */
package tenfold.core.conf;
