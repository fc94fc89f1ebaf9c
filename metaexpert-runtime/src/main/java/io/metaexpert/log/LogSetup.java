package io.metaexpert.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig.Logging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Builds appenders in code: reading an XML file would cost more of the start than all of them together. */
final class LogSetup {
    private final LoggerContext context;
    private final Logging settings;
    private final SecretMask mask;

    private LogSetup(LoggerContext context, Logging settings, SecretMask mask) {
        this.context = context;
        this.settings = settings;
        this.mask = mask;
    }

    static void apply(LoggerContext context, Logging settings, Path folder, SecretMask mask) {
        context.reset();
        LogSetup setup = new LogSetup(context, settings, mask);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.valueOf(settings.level().name()));
        if (settings.console()) {
            root.addAppender(setup.console());
        }
        settings.file().ifPresent(file -> root.addAppender(setup.file("logging.file", folder.resolve(file))));
        settings.errorFile().ifPresent(file -> {
            RollingFileAppender<ILoggingEvent> errors = setup.file("logging.error-file", folder.resolve(file));
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel("ERROR");
            filter.start();
            errors.addFilter(filter);
            root.addAppender(errors);
        });
        settings.tradeFile()
                .ifPresent(file -> context.getLogger(MetaLogger.TRADES)
                        .addAppender(setup.file("logging.trade-file", folder.resolve(file))));
    }

    /** Standard error with text lines, for the time before the configuration is read. */
    static void first(LoggerContext context) {
        Logging settings = new Logging(
                Logging.Level.INFO, true, Optional.empty(), Optional.empty(), Optional.empty(), false, 1, 1);
        apply(context, settings, Path.of(""), new SecretMask(Map.of()));
    }

    private ConsoleAppender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName("logging.console");
        console.setTarget("System.err");
        return started(console);
    }

    private RollingFileAppender<ILoggingEvent> file(String key, Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unwritable(key, path);
        }
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setName(key);
        file.setFile(path.toString());
        file.setRollingPolicy(keepNumbered(file, path));
        file.setTriggeringPolicy(whenFull());
        started(file);
        if (!file.isStarted()) {
            throw unwritable(key, path);
        }
        return file;
    }

    private FixedWindowRollingPolicy keepNumbered(RollingFileAppender<ILoggingEvent> file, Path path) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(path.toString().replace("%", "\\%") + ".%i");
        policy.setMinIndex(1);
        policy.setMaxIndex(settings.maxHistory());
        policy.start();
        return policy;
    }

    private SizeBasedTriggeringPolicy<ILoggingEvent> whenFull() {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(settings.maxFileSize()));
        policy.setCheckIncrement(Duration.buildByMilliseconds(0));
        policy.start();
        return policy;
    }

    private <A extends OutputStreamAppender<ILoggingEvent>> A started(A appender) {
        Layout<ILoggingEvent> layout = settings.json() ? new JsonLayout(mask) : new TextLayout(mask);
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static UserException unwritable(String key, Path path) {
        return new UserException(
                key + ": cannot write to " + path,
                "name a file in a folder that can be written, or set " + key + " to off");
    }
}
