package io.metaexpert.stress.report;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes stress.json and stress.html into a folder, each whole or not at all. */
public final class StressWriter {
    private StressWriter() {}

    /** Makes something of a report. */
    private interface Format {
        void write(StressReport report, Writer out) throws IOException;
    }

    /**
     * Writes both; the folder is made when it does not exist.
     *
     * @throws UserException when it cannot be written
     */
    public static void write(StressReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            write(report, folder.resolve("stress.json"), StressJson::write);
            write(report, folder.resolve("stress.html"), StressHtml::write);
        } catch (IOException e) {
            throw new UserException(
                    "cannot write the report to " + folder + ": " + e, "choose another folder with --report-dir");
        }
    }

    private static void write(StressReport report, Path file, Format format) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            format.write(report, out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
