package io.metaexpert.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.UserException;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.TapeQuality;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A dataset in the making: everything is written to a hidden folder, which gets its name at last. Closing before that leaves
 * nothing behind; what a killed process left is removed by the next one.
 */
final class DatasetFolder implements Closeable {
    static final String BARS = DataCatalog.BARS_FILE;
    private static final String HIDDEN = ".p";

    private final Path target;
    private final Path temporary;
    private final boolean force;

    /** @param root the folder of all datasets */
    DatasetFolder(Path root, String name, boolean force) throws IOException {
        checkName(name);
        this.force = force;
        target = root.resolve(name);
        checkAbsent();
        Files.createDirectories(root);
        sweep(root);
        temporary = root.resolve(HIDDEN + ProcessHandle.current().pid() + "-" + name);
        delete(temporary);
        Files.createDirectory(temporary);
    }

    private static void checkName(String name) {
        if (!name.matches(DataCatalog.NAME_PATTERN) || name.equals(SampleData.NAME)) {
            throw new UserException(
                    "\"%s\" cannot be the name of a dataset".formatted(name),
                    "Allowed: letters, digits, dot, dash and underscore, starting with a letter or digit, at most 64;"
                            + " not \"sample\". Choose one with --name.");
        }
    }

    private void checkAbsent() {
        if (!force && Files.exists(target)) {
            throw new UserException(
                    "there is already a dataset \"%s\"".formatted(target.getFileName()),
                    "Choose another --name, or replace it with --force.");
        }
    }

    Path folder() {
        return temporary;
    }

    Path bars() {
        return temporary.resolve(BARS);
    }

    /** Adds the description for people and other programs, and gives the folder its name. */
    void finish(StoredBars stored, List<Path> files) throws IOException {
        writeJson(stored, files);
        checkAbsent();
        Path old = temporary.resolveSibling(temporary.getFileName() + ".old");
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private void writeJson(StoredBars stored, List<Path> files) throws IOException {
        DataQuality quality = stored.quality();
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(Files.newOutputStream(temporary.resolve("dataset.json")))
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("symbol", stored.symbol());
            json.writeArrayFieldStart("files");
            for (Path file : files) {
                json.writeString(file.getFileName().toString());
            }
            json.writeEndArray();
            QualityJson.write(json, quality);
            Optional<TapeQuality> tape = StoredTape.qualityIn(temporary);
            if (tape.isPresent()) {
                QualityJson.writeTape(json, tape.get());
            }
            json.writeEndObject();
        }
    }

    private static void sweep(Path root) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, HIDDEN + "*-*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                String pid = name.substring(HIDDEN.length(), name.indexOf('-'));
                if (pid.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(folder);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        delete(temporary);
    }
}
