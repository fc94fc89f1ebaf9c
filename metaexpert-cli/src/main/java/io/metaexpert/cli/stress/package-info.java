/** {@code metaexpert stress}. */
@NullMarked
package io.metaexpert.cli.stress;

import org.jspecify.annotations.NullMarked;
