/** The commands of {@code metaexpert}. */
@NullMarked
package io.metaexpert.cli;

import org.jspecify.annotations.NullMarked;
