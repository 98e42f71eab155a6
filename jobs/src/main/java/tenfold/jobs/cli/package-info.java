/**
 * The command line: what a user types, and what becomes of it. Alone names all jobs, to dispatch.
 */
package tenfold.jobs.cli;
