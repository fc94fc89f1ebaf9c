package io.metaexpert.store;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.util.LibraryLoaderUtil;

/** A process that changes a state until it is killed, or cannot, and says after each change that it is kept. */
final class KillTarget {
    /** Small, so that checkpoints of the journal and of SQLite's log are hit too. */
    static final SqliteStateStore.Bounds BOUNDS = new SqliteStateStore.Bounds(30, 1 << 20, 50);

    /** The number of the last change is a value too. */
    static final String NUMBER = "number";

    private KillTarget() {}

    /** Takes the folder, the seed, the number of the first change, and how many there may be. */
    public static void main(String[] args) throws IOException {
        StateFiles files = new StateFiles(Path.of(args[0]), "1001");
        long first = Long.parseLong(args[2]);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try (SqliteStateStore store = SqliteStateStore.open(files, StoreFixture.CLOCK, BOUNDS)) {
            for (long number = first; number < first + Long.parseLong(args[3]); number++) {
                store.write("risk", change(Long.parseLong(args[1]), number));
                say(out, String.valueOf(number));
            }
        } catch (UncheckedIOException refused) {
            say(out, "refused");
        }
    }

    private static void say(FileOutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The same for the same seed and number. */
    static Map<String, Optional<String>> change(long seed, long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Map<String, Optional<String>> changes = new TreeMap<>();
        changes.put(NUMBER, Optional.of(String.valueOf(number)));
        for (int i = random.nextInt(5); i >= 0; i--) {
            String value = "value-" + random.nextLong() + "-".repeat(random.nextInt(300));
            changes.put("key" + random.nextInt(12), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value));
        }
        return changes;
    }

    /** What the state has to be after the change of a number. */
    static void advance(SortedMap<String, String> model, long seed, long number) {
        change(seed, number)
                .forEach((key, value) -> value.ifPresentOrElse(it -> model.put(key, it), () -> model.remove(key)));
    }

    /** In a process of its own; {@code before} is put in front of the command. */
    static Process start(StateFiles files, long seed, long first, long changes, List<String> before)
            throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx64m",
                "-Dorg.sqlite.lib.path=" + library(files.folder().resolveSibling("native")),
                "-cp",
                classPath(),
                KillTarget.class.getName(),
                files.folder().toString(),
                String.valueOf(seed),
                String.valueOf(first),
                String.valueOf(changes)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Only what is needed, as each of the processes starts anew. */
    private static String classPath() {
        return Stream.of(
                        KillTarget.class,
                        SqliteStateStore.class,
                        SQLiteConfig.class,
                        JsonFactory.class,
                        LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Unpacked once: each process would do it again, and one that is killed leaves it behind. */
    private static Path library(Path folder) throws IOException {
        Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        if (!Files.exists(library)) {
            Files.createDirectories(folder);
            String name = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
            try (InputStream packed = SQLiteConfig.class.getResourceAsStream(name)) {
                Files.copy(Objects.requireNonNull(packed, name), library);
            }
        }
        return folder;
    }
}
