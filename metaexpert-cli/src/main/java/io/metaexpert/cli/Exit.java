package io.metaexpert.cli;

import io.metaexpert.UserException;
import java.io.PrintWriter;

/** Exit codes, and what is said before the second of them. */
final class Exit {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** As the shell counts a process that SIGINT ended. */
    static final int INTERRUPTED = 130;

    private Exit() {}

    static int mistake(PrintWriter err, UserException mistake) {
        return mistake(err, String.valueOf(mistake.getMessage()), mistake.hint());
    }

    static int mistake(PrintWriter err, String message, String hint) {
        err.println("error: " + message);
        if (!hint.isEmpty()) {
            err.println("hint: " + hint);
        }
        err.flush();
        return USAGE;
    }
}
