/** Logging set-up and the masking of secrets. */
@NullMarked
package io.metaexpert.log;

import org.jspecify.annotations.NullMarked;
