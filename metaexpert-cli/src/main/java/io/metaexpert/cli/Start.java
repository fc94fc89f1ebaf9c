package io.metaexpert.cli;

import io.metaexpert.UserException;
import java.io.PrintWriter;
import java.util.Optional;

/** Where the process begins: a run that is written plainly goes its way without Picocli, all else to {@link Main}. */
final class Start {
    private Start() {}

    /** Runs a command and exits with its code: 0 ok, 1 failure, 2 wrong use. */
    public static void main(String[] args) {
        Optional<RunArguments> run = PlainRun.parse(args);
        if (run.isPresent()) {
            System.exit(run(run.get(), new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
        }
        Main.main(args);
    }

    /** Ends as Picocli lets a command end. */
    static int run(RunArguments arguments, PrintWriter out, PrintWriter err) {
        try {
            return new RunTask(arguments, out, err).run();
        } catch (UserException mistake) {
            return Exit.mistake(err, mistake);
        } catch (RuntimeException failure) {
            failure.printStackTrace(err);
            err.flush();
            return Exit.FAILED;
        } finally {
            out.flush();
        }
    }
}
