/** Proofs by running again: no look-ahead, the same result every time, and how long a start needs to settle. */
@NullMarked
package io.metaexpert.check;

import org.jspecify.annotations.NullMarked;
