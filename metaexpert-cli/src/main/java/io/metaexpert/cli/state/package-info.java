/** {@code metaexpert state} and {@code metaexpert resume}. */
@NullMarked
package io.metaexpert.cli.state;

import org.jspecify.annotations.NullMarked;
