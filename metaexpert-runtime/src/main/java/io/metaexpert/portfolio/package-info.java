/** Read-only views of what is owned. */
@NullMarked
package io.metaexpert.portfolio;

import org.jspecify.annotations.NullMarked;
