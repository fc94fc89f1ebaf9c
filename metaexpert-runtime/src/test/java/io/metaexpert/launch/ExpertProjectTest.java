package io.metaexpert.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpertProjectTest {
    private static final String ALPHA = """
            package demo;

            import io.metaexpert.api.Expert;

            @Expert
            public final class Alpha {
                @io.metaexpert.api.OnBar
                void bar() {}
            }
            """;

    @TempDir
    private Path project;

    @Test
    void compilesAndLoadsTheOneExpert() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        write("src/main/java/demo/Other.java", "package demo; final class Other {}");

        ExpertProject opened = open();

        assertThat(opened.expert().getName()).isEqualTo("demo.Alpha");
        assertThat(opened.codeHash()).hasSize(64);
    }

    @Test
    void loadsTheClassesOfTheProjectByItselfAndThoseOfTheRuntimeFromThere() throws Exception {
        write("src/main/java/demo/Alpha.java", ALPHA);
        write("src/main/java/demo/Other.java", "package demo; final class Other {}");

        ClassLoader loader = open().expert().getClassLoader();

        assertThat(loader.loadClass("demo.Other").getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass("demo.Other")).isSameAs(loader.loadClass("demo.Other"));
        assertThat(loader.loadClass(UserException.class.getName())).isSameAs(UserException.class);
        assertThatThrownBy(() -> loader.loadClass("demo.Missing")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void keepsTheHashWhenOnlyTheTimeOfASourceChanges() throws IOException {
        Path source = write("src/main/java/demo/Alpha.java", ALPHA);
        String before = open().codeHash();
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(open().codeHash()).isEqualTo(before);
    }

    @Test
    void leavesClassesAloneThatAreUpToDate() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        open();
        Path compiled = project.resolve("target/metaexpert/classes/demo/Alpha.class");
        FileTime marked = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.setLastModifiedTime(compiled, marked);

        open();

        assertThat(Files.getLastModifiedTime(compiled)).isEqualTo(marked);
    }

    @Test
    void forgetsTheClassOfASourceThatIsGone() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        Path second = write("src/main/java/demo/Beta.java", ALPHA.replace("Alpha", "Beta"));
        assertThatThrownBy(this::open)
                .isInstanceOf(UserException.class)
                .hasMessage("the project has several classes annotated @Expert: demo.Alpha, demo.Beta");
        Files.delete(second);

        assertThat(open().expert().getSimpleName()).isEqualTo("Alpha");
    }

    @Test
    void takesTheExpertThatIsNamed() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        write("src/main/java/demo/Beta.java", ALPHA.replace("Alpha", "Beta"));

        assertThat(ExpertProject.open(project, Optional.of("Beta")).expert().getName())
                .isEqualTo("demo.Beta");
        assertThatThrownBy(() -> ExpertProject.open(project, Optional.of("Gamma")))
                .hasMessage("no class annotated @Expert has the name Gamma");
    }

    @Test
    void namesFileAndLineOfACompileErrorAndKeepsNothing() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA.replace("{}", "{\n    int x = \"text\";\n}"));

        assertThatThrownBy(this::open)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("does not compile, 1 error")
                .hasMessageContaining("src/main/java/demo/Alpha.java:9: incompatible types");
        assertThat(project.resolve("target/metaexpert")).isDirectoryNotContaining("glob:**class*");
    }

    @Test
    void refusesAFolderWithoutAProject() {
        assertThatThrownBy(this::open)
                .isInstanceOf(UserException.class)
                .hasMessage("there is no strategy project in " + project + ": it has no folder src/main/java");
    }

    @Test
    void refusesAProjectWithoutAnExpert() throws IOException {
        write("src/main/java/demo/Other.java", "package demo; final class Other {}");

        assertThatThrownBy(this::open).hasMessage("the project has no class annotated @Expert");
    }

    @Test
    void refusesAnotherVersionOfTheRuntimeThanThisOne() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        write("pom.xml", """
                <project><properties><metaexpert.version>9.9.9</metaexpert.version></properties><dependencies>
                <dependency><groupId>io.metaexpert</groupId><artifactId>metaexpert-runtime</artifactId>
                <version>${metaexpert.version}</version></dependency></dependencies></project>
                """);

        assertThatThrownBy(this::open)
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("pom.xml asks for metaexpert-runtime 9.9.9, this is MetaExpert ");
    }

    @Test
    void refusesAPomThatIsNotXml() throws IOException {
        write("src/main/java/demo/Alpha.java", ALPHA);
        write("pom.xml", "<project>");

        assertThatThrownBy(this::open)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("pom.xml is not well-formed XML");
    }

    @Test
    void knowsWhenOnlyMavenCanTellTheClassPath() throws IOException {
        String dependency = "<dependency><artifactId>%s</artifactId><scope>%s</scope></dependency>";
        String pom = "<project><dependencies>%s</dependencies></project>";

        assertThat(parse(pom.formatted(dependency.formatted("junit-jupiter", "test")))
                        .needsMaven())
                .isFalse();
        assertThat(parse(pom.formatted(dependency.formatted("guava", "compile")))
                        .needsMaven())
                .isTrue();
        assertThat(parse("<project><parent/></project>").needsMaven()).isTrue();
    }

    private static Pom parse(String text) throws IOException {
        return Pom.parse(Path.of("pom.xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private ExpertProject open() {
        return ExpertProject.open(project, Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }
}
