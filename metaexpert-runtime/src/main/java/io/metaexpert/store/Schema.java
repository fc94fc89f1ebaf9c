package io.metaexpert.store;

import java.util.List;

/** The layout of the file. */
final class Schema {
    /** {@code PRAGMA user_version}. */
    static final int VERSION = 1;
    /** {@code PRAGMA application_id}: "MXST". */
    static final int APPLICATION = 0x4D585354;

    static final String JOURNAL =
            "CREATE TABLE journal(seq INTEGER PRIMARY KEY, time TEXT NOT NULL, kind TEXT NOT NULL, section TEXT NOT NULL, "
                    + "content TEXT NOT NULL, previous INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT";
    static final String CURRENT =
            "CREATE TABLE current(section TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, checksum INTEGER NOT NULL, "
                    + "PRIMARY KEY(section, key)) STRICT, WITHOUT ROWID";

    /** As the file has to say; anything more, such as a trigger, would change what a write does. */
    static final List<String> TABLES = List.of(CURRENT, JOURNAL);

    private Schema() {}
}
