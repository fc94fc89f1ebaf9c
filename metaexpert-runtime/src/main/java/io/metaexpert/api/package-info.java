/** What a strategy author writes: annotations, context, results. */
@NullMarked
package io.metaexpert.api;

import org.jspecify.annotations.NullMarked;
