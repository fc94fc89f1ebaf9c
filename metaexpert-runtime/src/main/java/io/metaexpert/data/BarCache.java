package io.metaexpert.data;

import io.metaexpert.data.column.ColumnFile.DamagedFileException;
import io.metaexpert.data.column.TempFiles;
import io.metaexpert.data.tape.StoredTape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Bars of files that were read before, under the hash of the bars. An index remembers for each file its size, times and identity; when
 * any of them differs, the file is read again. A file that was written in the second before it was indexed is not trusted, as its times
 * may not show the next change.
 */
final class BarCache {
    private static final long SETTLED_MS = 1_000;

    private final Path directory;
    private final Path index;

    BarCache(Path home) {
        directory = home.resolve("cache");
        index = directory.resolve("index");
    }

    Path directory() {
        return directory;
    }

    /** The bars of these files, read together in this order. */
    StoredBars load(List<Path> files) throws IOException {
        String state = state(files);
        Path entry = entry(files);
        Optional<StoredBars> cached = find(files, entry, state);
        if (cached.isPresent()) {
            return cached.get();
        }
        String names =
                files.size() == 1 ? files.get(0).toString() : files.get(0) + " and " + (files.size() - 1) + " more";
        StoredBars read = new RowReading(directory, this::barsFile, false)
                .read(files, RowPolicy.STRICT, Facts.of(names, "", Optional.empty()), RowKeeper.NONE);
        if (state(files).equals(state)) {
            remember(entry, files, state, read.quality().contentHash());
        }
        return read;
    }

    /** The bundled trades as bars: a name instead of an index, as they never change. */
    StoredBars sample() throws IOException {
        Path file = directory.resolve(SampleData.CACHE_NAME);
        try {
            return StoredBars.open(file);
        } catch (NoSuchFileException | DamagedFileException absent) {
            return SampleData.build(directory, file);
        }
    }

    /** The bundled trades, likewise. */
    StoredTape sampleTrades() throws IOException {
        Path file = directory.resolve(SampleData.TRADES_NAME);
        try {
            return StoredTape.openTrades(file);
        } catch (NoSuchFileException | DamagedFileException absent) {
            SampleData.buildTrades(directory);
            return StoredTape.openTrades(file);
        }
    }

    private Path barsFile(String hash) {
        return directory.resolve(hash + ".bars");
    }

    private Path entry(List<Path> files) {
        CRC32 crc = new CRC32();
        crc.update(files.toString().getBytes(StandardCharsets.UTF_8));
        return index.resolve(Long.toHexString(crc.getValue()) + ".txt");
    }

    private Optional<StoredBars> find(List<Path> files, Path entry, String state) throws IOException {
        try {
            List<String> lines = Files.readAllLines(entry);
            boolean known = lines.size() == 3
                    && lines.get(0).equals(files.toString())
                    && lines.get(1).equals(state);
            if (!known || !settled(files, Files.getLastModifiedTime(entry))) {
                return Optional.empty();
            }
            return Optional.of(StoredBars.open(barsFile(lines.get(2))));
        } catch (NoSuchFileException | DamagedFileException absent) {
            return Optional.empty();
        }
    }

    private static boolean settled(List<Path> files, FileTime indexed) throws IOException {
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toMillis() + SETTLED_MS > indexed.toMillis()) {
                return false;
            }
        }
        return true;
    }

    private void remember(Path entry, List<Path> files, String state, String hash) throws IOException {
        Files.createDirectories(index);
        Path temporary = TempFiles.create(index);
        Files.writeString(temporary, files + "\n" + state + "\n" + hash + "\n");
        Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Size, times and identity of each file. */
    private static String state(List<Path> files) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            Map<String, Object> attributes = Files.readAttributes(
                    file, unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime,creationTime");
            new TreeMap<>(attributes)
                    .values()
                    .forEach(value -> state.append(value).append(' '));
        }
        return state.toString();
    }
}
