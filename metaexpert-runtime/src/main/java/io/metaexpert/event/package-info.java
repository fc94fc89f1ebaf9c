/** Everything that the engine can be told. */
@NullMarked
package io.metaexpert.event;

import org.jspecify.annotations.NullMarked;
