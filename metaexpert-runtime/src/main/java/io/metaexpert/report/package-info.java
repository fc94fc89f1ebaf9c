/** What a run leaves behind: console table, report.json, one HTML page. */
@NullMarked
package io.metaexpert.report;

import org.jspecify.annotations.NullMarked;
