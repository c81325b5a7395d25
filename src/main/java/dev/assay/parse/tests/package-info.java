/**
 * Reads each use of a generic test: its kind, its name, its arguments, what else its template reads. It does not run tests.
 */
package dev.assay.parse.tests;
