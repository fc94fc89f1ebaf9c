/** Looks at a run that has ended: its parts, what doing nothing would have brought, and what looks wrong with it. */
@NullMarked
package io.metaexpert.analysis;

import org.jspecify.annotations.NullMarked;
