package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=ConfigReferenceTest -Dmetaexpert.write=true} writes the files anew. */
class ConfigReferenceTest {
    private static final Path DOCS = Path.of(System.getProperty("basedir", "."))
            .resolve("../docs/reference")
            .normalize();

    private static void isUpToDate(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("metaexpert.write")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, content);
        }
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void isThePageInTheDocumentation() throws Exception {
        isUpToDate("configuration.md", ConfigReference.markdown());
    }

    @Test
    void comesWithTheSchemaThatEditorsRead() throws Exception {
        isUpToDate("metaexpert.schema.json", ConfigSchema.json());
    }

    @Test
    void namesEveryKeyOnce() {
        String page = ConfigReference.markdown();

        assertThat(Keys.ALL.keySet()).allSatisfy(path -> assertThat(page).containsOnlyOnce("| `" + path + "` |"));
    }
}
