package io.metaexpert.launch;

import io.metaexpert.Sha256;
import io.metaexpert.UserException;
import io.metaexpert.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a project's pom asks for beyond the runtime. Told once for each content of the pom and remembered in the project's
 * {@code target} folder, as asking Maven takes seconds.
 *
 * @param key hash of the pom
 * @param release the Java release to compile for
 * @param jars of the dependencies beyond the runtime; empty for a project as it was generated
 */
record ProjectDependencies(String key, String release, List<Path> jars) {
    private static final String DEFAULT_RELEASE = "21";

    static ProjectDependencies of(Path directory) throws IOException {
        Path pom = directory.resolve("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return new ProjectDependencies("no pom", DEFAULT_RELEASE, List.of());
        }
        byte[] content = Files.readAllBytes(pom);
        String key = Sha256.hex(content);
        Path remembered = directory.resolve("target/metaexpert/dependencies");
        List<String> lines = Files.isRegularFile(remembered) ? Files.readAllLines(remembered) : List.of();
        if (lines.size() >= 2 && lines.get(0).equals(key + " " + Version.current())) {
            return remembered(key, lines);
        }
        ProjectDependencies asked = ask(directory, key, Pom.parse(pom, content));
        asked.remember(remembered);
        return asked;
    }

    private static ProjectDependencies remembered(String key, List<String> lines) {
        List<Path> jars = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            jars.add(Path.of(line));
        }
        return new ProjectDependencies(key, lines.get(1), List.copyOf(jars));
    }

    private void remember(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(key + " " + Version.current(), release));
        for (Path jar : jars) {
            lines.add(jar.toString());
        }
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static ProjectDependencies ask(Path directory, String key, Pom pom) throws IOException {
        pom.runtimeVersion().ifPresent(version -> {
            if (!version.equals(Version.current())) {
                throw new UserException(
                        "pom.xml asks for metaexpert-runtime " + version + ", this is MetaExpert " + Version.current(),
                        "set the version in pom.xml to " + Version.current() + ", or use the metaexpert of " + version);
            }
        });
        List<Path> jars = pom.needsMaven() ? MavenClassPath.of(directory) : List.of();
        return new ProjectDependencies(key, pom.release().orElse(DEFAULT_RELEASE), jars);
    }
}
