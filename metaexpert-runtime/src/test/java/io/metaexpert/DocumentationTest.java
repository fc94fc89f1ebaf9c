package io.metaexpert;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.testing.ExpertTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages keep their word: links lead somewhere, Java examples compile, configurations are valid. */
class DocumentationTest {
    private static final Path ROOT = root();
    private static final int README_LINES = 120;
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

    @TempDir
    Path folder;

    @Test
    void theReadmeOnlyPoints() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @Test
    void everyPageIsInTheTableOfContents() throws IOException {
        String contents = Files.readString(ROOT.resolve("docs/index.md"));
        Path docs = ROOT.resolve("docs");

        assertThat(pages().filter(page -> page.startsWith(docs) && !page.endsWith("index.md")))
                .allSatisfy(page -> assertThat(contents)
                        .contains("](" + docs.relativize(page).toString().replace('\\', '/') + ")"));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsToAFile() throws IOException {
        return pages().map(page -> DynamicTest.dynamicTest(
                name(page),
                () -> assertThat(brokenLinks(page))
                        .as("links of %s that lead nowhere", name(page))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyJavaExampleCompiles() throws IOException {
        return pages().filter(page -> !blocks(page, "java").isEmpty())
                .map(page -> DynamicTest.dynamicTest(
                        name(page),
                        () -> assertThat(ExampleCompiler.errors(blocks(page, "java")))
                                .as("errors in the examples of %s (a fragment is marked ```java fragment)", name(page))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyConfigurationIsValid() throws IOException {
        return pages().filter(page -> !blocks(page, "yaml").isEmpty())
                .map(page -> DynamicTest.dynamicTest(name(page), () -> {
                    for (String yaml : blocks(page, "yaml")) {
                        Path file = Files.writeString(folder.resolve("metaexpert.yaml"), yaml);
                        assertThat(ExpertTester.configProblems(file)).as(yaml).isEmpty();
                    }
                }));
    }

    private static List<String> brokenLinks(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(prose(page));
        while (link.find()) {
            String target = link.group(1);
            if (!target.contains("://") && !target.startsWith("mailto:") && !leadsSomewhere(page, target)) {
                broken.add(target);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!file.startsWith(ROOT) || !Files.exists(file)) {
            return false;
        }
        return hash < 0 || anchors(file).contains(target.substring(hash + 1));
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(Path page) throws IOException {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }

    private static String prose(Path page) throws IOException {
        return FENCE.matcher(Files.readString(page)).replaceAll("").replaceAll("`[^`\\n]*`", "``");
    }

    private static List<String> blocks(Path page, String language) {
        try {
            Matcher fence = FENCE.matcher(Files.readString(page));
            List<String> blocks = new ArrayList<>();
            while (fence.find()) {
                if (fence.group(1).strip().equals(language)) {
                    blocks.add(fence.group(2));
                }
            }
            return blocks;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + page, e);
        }
    }

    private static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    private static String name(Path page) {
        return ROOT.relativize(page).toString();
    }

    /** The repository: the nearest folder above that has the pages. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs")) || !Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above this one has docs and README.md");
            }
        }
        return folder;
    }
}
