package io.metaexpert;

/** A mistake of the user, not of the program: printed as one message with a hint, without a stack trace; exit code 2. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what is wrong: the place, the value, what is allowed
     * @param hint what to do about it; may be empty
     */
    public UserException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
