/** Extension points: feeds, venues, listeners. */
@NullMarked
package io.metaexpert.spi;

import org.jspecify.annotations.NullMarked;
