/** {@code metaexpert data} and its commands. */
@NullMarked
package io.metaexpert.cli.data;

import org.jspecify.annotations.NullMarked;
