package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CliReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "cli.md");

    /** Fails with what to do: {@code scripts/reference} writes the page by running this test with {@code metaexpert.write}. */
    @Test
    void describesTheCommandsAsTheyAre() throws IOException {
        String now = CliReference.markdown();
        if (Boolean.getBoolean("metaexpert.write")) {
            Files.createDirectories(PAGE.resolveSibling("."));
            Files.writeString(PAGE, now);
        }

        assertThat(PAGE)
                .as("docs/reference/cli.md; run scripts/reference after a change of a command")
                .content()
                .isEqualTo(now);
    }
}
