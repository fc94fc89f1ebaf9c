package io.metaexpert.data.read;

import io.metaexpert.UserException;

/** Where the current row is. */
public interface RowPlace {
    /** A mistake in this row. */
    UserException mistake(String problem, String hint);

    /** A mistake in one value of this row: {@code value} counts as the sink's parameters do, the time being 0. */
    UserException mistake(int value, String problem, String hint);

    /** What was written for one value of this row. */
    String text(int value);
}
