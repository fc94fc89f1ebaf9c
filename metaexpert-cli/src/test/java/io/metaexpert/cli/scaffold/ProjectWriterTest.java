package io.metaexpert.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectWriterTest {
    private static final ProjectFiles FILES = new ProjectFiles(Map.of(
            Path.of("pom.xml"),
            bytes("<project/>"),
            Path.of("mvnw"),
            bytes("#!/bin/sh\n"),
            Path.of("src/A.java"),
            bytes("A")));

    @TempDir
    Path folder;

    @Test
    void writesAllFilesAndLeavesNothingElse() throws IOException {
        Path project = ProjectWriter.write(FILES, folder, "x", false);

        assertThat(project).isEqualTo(folder.toRealPath().resolve("x"));
        assertThat(entries(project)).containsExactly("mvnw", "pom.xml", "src", "src/A.java");
        assertThat(Files.isExecutable(project.resolve("mvnw"))).isTrue();
        assertThat(entries(folder)).contains("x").hasSize(5);
    }

    @Test
    void takesAnEmptyFolderOfThatName() throws IOException {
        Files.createDirectory(folder.resolve("x"));

        ProjectWriter.write(FILES, folder, "x", false);

        assertThat(folder.resolve("x/pom.xml")).hasContent("<project/>");
    }

    @Test
    void refusesAFolderThatIsNotEmptyAndChangesNothing() throws IOException {
        Files.createDirectory(folder.resolve("x"));
        Files.writeString(folder.resolve("x/pom.xml"), "mine");

        refuses("x", "not empty", false);

        assertThat(entries(folder)).containsExactly("x", "x/pom.xml");
        assertThat(folder.resolve("x/pom.xml")).hasContent("mine");
    }

    @Test
    void replacesItsOwnFilesAloneWhenForced() throws IOException {
        Files.createDirectories(folder.resolve("x/src"));
        Files.writeString(folder.resolve("x/pom.xml"), "old");
        Files.writeString(folder.resolve("x/src/Mine.java"), "mine");

        ProjectWriter.write(FILES, folder, "x", true);

        assertThat(folder.resolve("x/pom.xml")).hasContent("<project/>");
        assertThat(folder.resolve("x/src/Mine.java")).hasContent("mine");
        assertThat(entries(folder))
                .containsExactly("x", "x/mvnw", "x/pom.xml", "x/src", "x/src/A.java", "x/src/Mine.java");
    }

    @Test
    void forcedOrNotFollowsNoLinkOutOfTheProject() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectory(folder.resolve("x"));
        Files.writeString(folder.resolve("x/pom.xml"), "old");
        Files.createSymbolicLink(folder.resolve("x/src"), outside);

        refuses("x", "in the way", true);

        assertThat(entries(outside)).isEmpty();
        assertThat(folder.resolve("x/pom.xml")).hasContent("old");
    }

    @Test
    void refusesAFileOrALinkOfThatName() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));

        refuses("file", "not a folder", true);
        refuses("link", "not a folder", true);

        assertThat(entries(folder)).containsExactly("file", "link");
    }

    @Test
    void refusesAnOutputFolderThatIsALinkOrMissing() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThatThrownBy(() -> ProjectWriter.write(FILES, link, "x", false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> ProjectWriter.write(FILES, folder.resolve("none"), "x", false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no folder");

        assertThat(entries(folder)).containsExactly("link", "real");
    }

    @Test
    void saysWhyAReadOnlyFolderCannotBeWrittenTo() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Assumptions.assumeTrue(
                readOnly.toFile().setWritable(false) && !Files.isWritable(readOnly),
                "everything is writable to this user");

        assertThatThrownBy(() -> ProjectWriter.write(FILES, readOnly, "x", false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("permission denied");

        assertThat(entries(readOnly)).isEmpty();
    }

    @Test
    void saysWhyAFolderThatTakesNoFilesCannotBeWrittenTo() {
        Path kernel = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(kernel), "there is no /proc here");

        assertThatThrownBy(() -> ProjectWriter.write(FILES, Path.of("/proc"), "x", false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot write to /proc");
    }

    @Test
    void removesWhatItBeganWhenAFileCannotBeWritten() throws IOException {
        ProjectFiles clash = new ProjectFiles(
                Map.of(Path.of("a"), bytes("file"), Path.of("a/b"), bytes("in a folder of that name")));

        assertThatThrownBy(() -> ProjectWriter.write(clash, folder, "x", false)).isInstanceOf(UserException.class);

        assertThat(entries(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/x", "a/../../x", "a/./b"})
    void aProjectHasNoPathsThatLeaveIt(String path) {
        assertThatThrownBy(() -> new ProjectFiles(Map.of(Path.of(path), bytes(""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refuses(String name, String message, boolean force) {
        assertThatThrownBy(() -> ProjectWriter.write(FILES, folder, name, force))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }

    private static Stream<String> entries(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.skip(1).map(path -> folder.relativize(path).toString()).sorted().toList().stream();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
