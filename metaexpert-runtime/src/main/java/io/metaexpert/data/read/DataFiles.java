package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Opens market data files. The content decides what a file is, not its name. Nothing is ever unpacked to the disk. */
public final class DataFiles {
    private static final int BUFFER = 1 << 16;

    private DataFiles() {}

    /**
     * Reads all rows of a file into {@code sink}.
     *
     * @throws UserException when the file is not readable as market data; it names file, line and column
     */
    public static void read(Path file, RowSink sink) throws IOException {
        String name = file.toString();
        try {
            String magic = magic(file);
            if (magic.equals("PAR1")) {
                ParquetRows.read(file, sink);
            } else if (magic.equals("PK\3\4")) {
                readZip(file, sink);
            } else if (magic.startsWith("\u001f\u008b")) {
                readGzip(file, sink);
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    readText(in, name, sink);
                }
            }
        } catch (EOFException cutOff) {
            throw new UserException(name + ": the compressed file is cut off", "Fetch the file again.");
        } catch (ZipException damaged) {
            throw new UserException(
                    name + ": the compressed file is damaged (" + damaged.getMessage() + ")", "Fetch the file again.");
        }
    }

    /** Opens a text, plain or compressed with gzip, as its content tells. */
    public static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return magic(file).startsWith("\u001f\u008b")
                    ? new CappedStream(new GZIPInputStream(in, BUFFER), file.toString(), Files.size(file))
                    : in;
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    /** Reads all rows of a text, or all messages when it is a recording. */
    public static void readText(InputStream in, String name, RowSink sink) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(in, RecordingRows.START_BYTES);
        byte[] start = whole.readNBytes(RecordingRows.START_BYTES);
        whole.unread(start);
        if (RecordingRows.starts(start)) {
            RecordingRows.read(whole, name, sink.tape());
        } else {
            TextRows.read(whole, name, sink);
        }
    }

    /** The first four bytes as ISO-8859-1. */
    private static String magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
    }

    private static void readGzip(Path file, RowSink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = new GZIPInputStream(in, BUFFER)) {
            readText(new CappedStream(unpacked, file.toString(), Files.size(file)), file.toString(), sink);
        }
    }

    private static void readZip(Path file, RowSink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = nextFile(zip);
            if (entry == null) {
                throw new UserException(file + ": the archive is empty", "");
            }
            String name = file + "!" + CsvScanner.printable(entry.getName());
            readText(new CappedStream(zip, file.toString(), Files.size(file)), name, sink);
            if (nextFile(zip) != null) {
                throw new UserException(
                        file + ": the archive holds more than one file", "Unpack it and import the files in it.");
            }
        }
    }

    private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return entry;
    }
}
