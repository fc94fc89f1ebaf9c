package io.metaexpert.data;

/** What to do about rows that are wrong. */
enum RowPolicy {
    /** Refuse the first one, naming its place. */
    STRICT,
    /** Sort what is out of order and drop identical duplicates; refuse the rest. */
    REPAIR,
    /** Leave them out and count them. */
    INSPECT
}
