package io.metaexpert.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoryTest {
    @TempDir
    Path home;

    @Test
    void isInTheHomeFolderUnlessToldOtherwise() {
        assertThat(locate(Map.of())).isEqualTo(home.resolve(".m2/repository"));
    }

    @Test
    void isWhereTheSettingsSay() throws IOException {
        settings("<settings><localRepository>${env.DATA}/m2 of ${user.name}</localRepository></settings>");

        assertThat(locate(Map.of("DATA", "/data"))).isEqualTo(Path.of("/data/m2 of me"));
    }

    @Test
    void isWhereTheOptionsSayBeforeTheSettings() throws IOException {
        settings("<settings><localRepository>/settings</localRepository></settings>");

        assertThat(locate(Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=/options -q")))
                .isEqualTo(Path.of("/options"));
        assertThat(locate(Map.of("MAVEN_ARGS", "-Dmaven.repo.local=\"/with space\"")))
                .isEqualTo(Path.of("/with space"));
    }

    @Test
    void refusesSettingsThatNobodyCanRead() throws IOException {
        settings("<settings><localRepository>");

        assertThatThrownBy(() -> locate(Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("settings.xml");
    }

    @Test
    void readsNothingFromOutsideOfTheSettings() throws IOException {
        Files.writeString(home.resolve("secret"), "/stolen");
        settings("<!DOCTYPE s [<!ENTITY e SYSTEM \"" + home.resolve("secret").toUri()
                + "\">]><settings><localRepository>&e;</localRepository></settings>");

        assertThatThrownBy(() -> locate(Map.of())).isInstanceOf(UserException.class);
    }

    @Test
    void copiesWhatIsAbsentOrDiffersAndNothingElse() throws IOException {
        LocalRepository repository = new LocalRepository(home.resolve("repository"));
        Path runtime = jar("metaexpert-runtime");
        Path archetype = jar("metaexpert-archetype");

        assertThat(repository.install(runtime, archetype)).isEqualTo(5);
        assertThat(repository.install(runtime, archetype)).isZero();

        Path folder = home.resolve("repository/io/metaexpert/metaexpert-runtime/9.9");
        assertThat(folder.resolve("metaexpert-runtime-9.9.jar")).hasSameBinaryContentAs(runtime);
        assertThat(folder.resolve("metaexpert-runtime-9.9.pom")).hasContent("<pom/>");
        assertThat(home.resolve("repository/io/metaexpert/metaexpert-parent/9.9/metaexpert-parent-9.9.pom"))
                .content()
                .contains("<artifactId>metaexpert-parent</artifactId>");

        Files.writeString(folder.resolve("metaexpert-runtime-9.9.jar"), "older");
        assertThat(repository.install(runtime, archetype)).isEqualTo(1);
        assertThat(folder.resolve("metaexpert-runtime-9.9.jar")).hasSameBinaryContentAs(runtime);
        assertThat(folder.toFile().list()).hasSize(2);
    }

    private Path locate(Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("user.home", home.toString());
        system.setProperty("user.name", "me");
        return LocalRepository.locate(system, environment);
    }

    private void settings(String xml) throws IOException {
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), xml);
    }

    private Path jar(String artifact) throws IOException {
        Path file = home.resolve(artifact + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/maven/io.metaexpert/" + artifact + "/pom.xml", "<pom/>");
            put(zip, "META-INF/maven/io.metaexpert/" + artifact + "/pom.properties", "artifactId=x\nversion=9.9\n");
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
