/** How a run did: round trips, the equity curve and the figures computed from them. */
@NullMarked
package io.metaexpert.performance;

import org.jspecify.annotations.NullMarked;
