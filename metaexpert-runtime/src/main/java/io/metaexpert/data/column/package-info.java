/** Files of columns of 8-byte values: written atomically, checked, and mapped into memory. */
@NullMarked
package io.metaexpert.data.column;

import org.jspecify.annotations.NullMarked;
