/** {@code metaexpert check}. */
@NullMarked
package io.metaexpert.cli.check;

import org.jspecify.annotations.NullMarked;
