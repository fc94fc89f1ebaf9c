/** Finds the handlers and inputs of an expert class; the same rules at compile time and at start. */
@NullMarked
package io.metaexpert.bind;

import org.jspecify.annotations.NullMarked;
