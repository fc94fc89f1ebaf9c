/** Market data files: import, checks, resampling, and the columnar cache. */
@NullMarked
package io.metaexpert.data;

import org.jspecify.annotations.NullMarked;
