package io.metaexpert.cli;

import io.metaexpert.UserException;
import io.metaexpert.log.CodeLogging;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;

/** Where the process begins: a run that is written plainly goes its way without Picocli, all else to {@link Main}. */
final class Start {
    private Start() {}

    /** Runs a command and exits with its code: 0 ok, 1 failure, 2 wrong use. */
    public static void main(String[] args) {
        CodeLogging.select();
        Optional<RunArguments> run = PlainRun.parse(args);
        if (run.isPresent()) {
            exit(run(run.get(), writer(System.out), writer(System.err)));
        } else {
            Main.main(args);
        }
    }

    /** An end by return, where no thread of a strategy is left to hold it up: before an exit, the JDK sets up its own logging. */
    private static void exit(int code) {
        if (code != Exit.OK || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
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
