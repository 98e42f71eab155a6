/**
 * What a run found, as text, JSON, CSV and HTML: everything that is shown of a sweep is shown from
 * a report.
 */
package tenfold.core.report;
