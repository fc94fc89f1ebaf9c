/** One run through a scenario: the venue, the judge, and what they saw. */
@NullMarked
package io.metaexpert.stress.run;

import org.jspecify.annotations.NullMarked;
