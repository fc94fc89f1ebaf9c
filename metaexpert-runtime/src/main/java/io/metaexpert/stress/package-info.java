/** Runs a strategy through adverse scenarios and tells what its limits let through. */
@NullMarked
package io.metaexpert.stress;

import org.jspecify.annotations.NullMarked;
