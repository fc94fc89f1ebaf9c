/** Strategies that always want more. */
@NullMarked
package io.metaexpert.stress.expert;

import org.jspecify.annotations.NullMarked;
