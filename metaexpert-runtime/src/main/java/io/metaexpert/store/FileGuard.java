package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Sees to it that nobody else can write the state. On file systems without owners and modes it looks for links alone. */
final class FileGuard {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private FileGuard() {}

    /** Makes the folder, for us alone, where there is none. */
    static void prepare(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, attributes(FOLDER));
        } catch (FileAlreadyExistsException another) {
            return; // another process was faster; what it made is checked like any other
        }
        sync(parent == null ? folder : parent);
    }

    /** Makes a file, for us alone, where there is none. */
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(FILE));
        } catch (FileAlreadyExistsException there) {
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            sync(parent);
        }
    }

    /** Makes the names in a folder survive a power cut. */
    static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }

    /** @throws UserException when the folder, or a file of this state, may have been changed by somebody else */
    static void check(StateFiles files) throws IOException {
        String self = POSIX ? self() : "";
        check(files.folder(), true, self);
        for (Path file : files.all()) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                check(file, false, self);
            }
        }
    }

    /** The owner of what this process makes; there is no portable way to ask who one is. */
    private static String self() throws IOException {
        Path probe = Files.createTempFile("metaexpert", null);
        try {
            return Files.getOwner(probe).getName();
        } finally {
            Files.delete(probe);
        }
    }

    private static void check(Path path, boolean folder, String self) throws IOException {
        String kind = folder ? "the state folder " : "the state file ";
        if (Files.isSymbolicLink(path)) {
            throw new UserException(
                    kind + path + " is a symbolic link, which is not followed", "set state.path to the folder itself");
        }
        if (folder != Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserException(
                    kind + path + (folder ? " is not a folder" : " is not a file"),
                    "move it away, or set state.path to another folder");
        }
        if (POSIX) {
            mode(path, kind, self);
        }
    }

    private static void mode(Path path, String kind, String self) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String owner = attributes.owner().getName();
        if (!owner.equals(self)) {
            throw new UserException(
                    kind + path + " belongs to " + owner + ", not to " + self + " who runs this",
                    "run it as " + owner + ", or set state.path to a folder of your own");
        }
        Set<PosixFilePermission> mode = attributes.permissions();
        boolean others = mode.contains(PosixFilePermission.OTHERS_WRITE);
        if (others || mode.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new UserException(
                    kind + path + " can be written by " + (others ? "everybody" : "its group") + " (mode "
                            + PosixFilePermissions.toString(mode)
                            + "), so its limits and halts cannot be trusted",
                    "when you know that nobody changed it: chmod go-w " + path);
        }
    }
}
