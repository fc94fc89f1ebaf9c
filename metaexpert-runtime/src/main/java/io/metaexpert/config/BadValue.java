package io.metaexpert.config;

/** A value that its key cannot take; caught where the place is known. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String hint;

    BadValue(String message, String hint) {
        super(message, null, false, false);
        this.what = message;
        this.hint = hint;
    }

    String what() {
        return what;
    }

    String hint() {
        return hint;
    }
}
