package io.metaexpert.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig.Logging;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging of the process: standard error and files as section {@code logging} says, secrets masked in all of them. Until it
 * is started, INFO and above go to standard error.
 */
public final class MetaLogger {
    /** The logger of orders and fills; {@code logging.trade-file} holds what is written to it. */
    public static final String TRADES = "metaexpert.trades";

    private MetaLogger() {}

    /**
     * Sets logging up; what was set up before is closed.
     *
     * @param folder what relative paths start from
     * @param environment whose credentials are masked by value
     * @throws UserException when a file cannot be written
     */
    public static void start(Logging settings, Path folder, Map<String, String> environment) {
        LogSetup.apply(context(), settings, folder, new SecretMask(environment));
    }

    /** Says nothing from now on, neither to standard error nor to files. */
    public static void silence() {
        LoggerContext context = context();
        context.reset();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    /** Closes the files. */
    public static void stop() {
        context().stop();
    }

    private static LoggerContext context() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            return context;
        }
        throw new UserException(
                "logging needs Logback, but another SLF4J provider is on the class path",
                "remove the other provider, such as slf4j-simple, from the project's dependencies");
    }
}
