package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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

/** The commands that the pages tell to type are understood: every name and flag exists. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./|\\.\\./)?metaexpert +([^#\\n]+)");

    @TestFactory
    Stream<DynamicTest> everyCommandOfThePagesIsUnderstood() throws IOException {
        return commands().stream()
                .distinct()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] args = line.split(" +", -1);
                    assertThatCode(() -> Main.commandLine(args).parseArgs(args)).doesNotThrowAnyException();
                }));
    }

    @Test
    void thePagesShowHowToMakeAndRunAProject() throws IOException {
        assertThat(commands()).contains("demo", "new my-strategy", "run --mode backtest", "validate config");
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = SHELL.matcher(Files.readString(page));
            while (block.find()) {
                Matcher command = COMMAND.matcher(block.group(1));
                while (command.find()) {
                    commands.add(command.group(1).strip());
                }
            }
        }
        return commands;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
