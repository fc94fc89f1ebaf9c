/** What a stress test came to: counts with their confidence, the claim, and its report. */
@NullMarked
package io.metaexpert.stress.report;

import org.jspecify.annotations.NullMarked;
