package io.metaexpert.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.UserException;
import io.metaexpert.config.ConfigLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogSetupTest {
    private final LoggerContext context = new LoggerContext();

    @TempDir
    private Path folder;

    @BeforeEach
    void giveTheContextWhatTheProviderGivesIt() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void close() {
        context.stop();
    }

    private Logger logger(String... settings) {
        String yaml = "logging:\n  console: false\n  file: logs/all.log\n"
                + Stream.of(settings).map(line -> "  " + line + "\n").reduce("", String::concat);
        LogSetup.apply(
                context,
                ConfigLoader.parse(yaml).orThrow().logging(),
                folder,
                new SecretMask(Map.of("OKX_API_KEY", "k3y-of-okx", "HOME", "/home/trader")));
        return context.getLogger("io.metaexpert.Some");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void writesWhatIsOfTheLevelOrAbove() throws Exception {
        Logger log = logger("level: WARN");
        log.info("quiet");
        log.warn("loud");

        assertThat(read("logs/all.log")).contains("WARN Some - loud").doesNotContain("quiet");
    }

    @Test
    void keepsTradesAndErrorsInFilesOfTheirOwn() throws Exception {
        Logger log = logger("trade-file: trades.log", "error-file: errors.log");
        log.error("broken", new IllegalStateException("deep"));
        log.warn("odd");
        context.getLogger(MetaLogger.TRADES).info("bought");

        assertThat(read("errors.log"))
                .contains("broken", "IllegalStateException: deep")
                .doesNotContain("odd", "bought");
        assertThat(read("trades.log")).contains("bought").doesNotContain("odd", "broken");
        assertThat(read("logs/all.log")).contains("broken", "odd", "bought");
    }

    @Test
    void writesOneJsonObjectALine() throws Exception {
        Logger log = logger("json: true");
        log.error("a \"quoted\"\nline with secret=abcdef", new IllegalStateException("deep"));
        log.info("second");

        List<String> lines = read("logs/all.log").lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("message").asText()).isEqualTo("a \"quoted\"\nline with secret=***");
        assertThat(first.get("exception").asText()).contains("deep");
        assertThat(first.get("level").asText()).isEqualTo("ERROR");
    }

    @Test
    void masksSecretsInMessagesAndTraces() throws Exception {
        Logger log = logger();
        log.info("key k3y-of-okx, apiKey=abc123, \"passphrase\": \"open sesame\", /home/trader, token: t0ken");
        log.warn("failed", new IOException("GET https://user:pw1234@host/x?signature=feed&symbol=BTC"));

        assertThat(read("logs/all.log"))
                .contains("/home/trader", "symbol=BTC", "signature=***", "apiKey=***")
                .doesNotContain("k3y-of-okx", "abc123", "open", "sesame", "t0ken", "pw1234", "feed");
    }

    @Test
    void setsFullFilesAsideAndKeepsAsManyAsTold() throws Exception {
        Logger log = logger("max-file-size: 1 KB", "max-history: 2");
        for (int i = 0; i < 100; i++) {
            log.info("a line of some length, so that the file is full soon: {}", i);
        }

        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("all.log", "all.log.1", "all.log.2");
        }
        assertThat(Files.size(folder.resolve("logs/all.log.1"))).isLessThan(2048);
    }

    @Test
    void refusesAFileThatCannotBeWrittenAndNamesItsKey() throws Exception {
        Files.createDirectory(folder.resolve("taken"));

        assertThatThrownBy(() -> logger("trade-file: taken"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("logging.trade-file: cannot write to ");
    }

    @Test
    void writesToStandardErrorUnlessToldNotTo() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LogSetup.apply(context, ConfigLoader.parse("").orThrow().logging(), folder, new SecretMask(Map.of()));
            context.getLogger("a.B").info("shown");
            logger().info("hidden");
        } finally {
            System.setErr(before);
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("INFO B - shown")
                .doesNotContain("hidden");
    }
}
