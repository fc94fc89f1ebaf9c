package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write, held by one process at a time. The operating system takes it back when the process ends, however it ends. It lies on a
 * file of its own: closing any channel on SQLite's file would drop the locks that SQLite has on it.
 */
final class StoreLock implements AutoCloseable {
    /** Beyond what the file holds: where locks bind everybody, as on Windows, the text can still be read. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws UserException when another process has it */
    static StoreLock acquire(StateFiles files) throws IOException {
        FileGuard.create(files.lock());
        FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (tryLock(channel) == null) {
                throw new UserException(
                        "the state of " + files.name() + " in " + files.folder() + " is in use by "
                                + holder(files).map(pid -> "process " + pid).orElse("another process"),
                        "stop that process first; two strategies with one strategy.id cannot run at once");
            }
            tell(channel, me());
            return new StoreLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false);
        } catch (OverlappingFileLockException withinThisProcess) {
            return null;
        }
    }

    /**
     * The process that writes, as it says itself. Reading the lock itself would be more certain, but would for an instant look to a process that
     * starts as if another one ran.
     */
    static Optional<Long> holder(StateFiles files) throws IOException {
        String text;
        try {
            text = Files.readString(files.lock(), StandardCharsets.ISO_8859_1).strip();
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        if (!text.matches("\\d{1,18} \\S+")) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(text.substring(0, space)));
        return process.filter(it -> it.isAlive() && identity(it).equals(text)).map(ProcessHandle::pid);
    }

    private static String me() {
        return identity(ProcessHandle.current());
    }

    /** With the time of its start, as numbers of processes are used again. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("-");
    }

    private static void tell(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        }
    }
}
