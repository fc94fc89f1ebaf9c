package io.metaexpert.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Copies of damaged files under another name. */
final class Aside {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Aside() {}

    /** The copies, on the disk when this returns. */
    static StateFiles keep(StateFiles files, InstantSource clock) throws IOException {
        StateFiles aside = unused(files, files.name() + ".damaged-" + STAMP.format(clock.instant()));
        copy(files.database(), aside.database());
        copy(files.log(), aside.log());
        copy(files.mark(), aside.mark());
        FileGuard.sync(files.folder());
        return aside;
    }

    private static StateFiles unused(StateFiles files, String name) {
        StateFiles aside = new StateFiles(files.folder(), name);
        for (int number = 2; aside.all().stream().anyMatch(Files::exists); number++) {
            aside = new StateFiles(files.folder(), name + "-" + number);
        }
        return aside;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        FileGuard.create(to);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            long done = 0;
            while (done < in.size()) {
                done += in.transferTo(done, in.size() - done, out);
            }
            out.force(true);
        }
    }
}
