/** What is asked of a venue, and what became of it. */
@NullMarked
package io.metaexpert.order;

import org.jspecify.annotations.NullMarked;
