/** Tools for the tests of a strategy. */
@NullMarked
package io.metaexpert.testing;

import org.jspecify.annotations.NullMarked;
