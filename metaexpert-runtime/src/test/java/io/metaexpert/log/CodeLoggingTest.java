package io.metaexpert.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

class CodeLoggingTest {
    private static final String PROVIDER = "slf4j.provider";

    @Test
    void givesAStartedContextThatWritesInfoToStandardError() {
        CodeLogging provider = new CodeLogging();

        provider.initialize();

        LoggerContext context = (LoggerContext) provider.getLoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(context.isStarted()).isTrue();
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(root.getAppender("logging.console")).isNotNull();
        assertThat(context.getMDCAdapter()).isSameAs(provider.getMDCAdapter());
        context.stop();
    }

    @Test
    void namesItselfToSlf4jUnlessAnotherProviderIsNamed() {
        String before = System.getProperty(PROVIDER);
        try {
            System.setProperty(PROVIDER, "another");
            CodeLogging.select();
            assertThat(System.getProperty(PROVIDER)).isEqualTo("another");

            System.clearProperty(PROVIDER);
            CodeLogging.select();
            assertThat(System.getProperty(PROVIDER)).isEqualTo(CodeLogging.class.getName());
        } finally {
            System.clearProperty("slf4j.internal.verbosity");
            System.clearProperty(PROVIDER);
            if (before != null) {
                System.setProperty(PROVIDER, before);
            }
        }
    }
}
