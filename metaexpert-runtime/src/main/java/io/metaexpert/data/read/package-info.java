/** Text and Parquet files into rows, without a String per line. */
@NullMarked
package io.metaexpert.data.read;

import org.jspecify.annotations.NullMarked;
