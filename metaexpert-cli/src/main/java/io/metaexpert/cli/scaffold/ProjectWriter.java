package io.metaexpert.cli.scaffold;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a project as a whole or not at all: first into a folder beside it, which is then moved. A stop by Ctrl-C removes that folder.
 * Symbolic links are not followed below the output folder, and the output folder must not be one.
 */
final class ProjectWriter {
    private final Path parent;
    private final Path target;
    private final Path temporary;
    private boolean stopped;

    private ProjectWriter(Path parent, String name) {
        this.parent = parent;
        this.target = parent.resolve(name);
        this.temporary = parent.resolve("." + name + ".new-" + UUID.randomUUID());
    }

    /**
     * Writes {@code files} to the folder {@code name} in {@code outputFolder}.
     *
     * @param force whether the files of the scaffold may replace those of a folder that is not empty; others are left alone
     * @return the project's folder
     * @throws UserException when that is refused or impossible; then nothing has changed
     */
    static Path write(ProjectFiles files, Path outputFolder, String name, boolean force) {
        ProjectWriter writer = new ProjectWriter(parent(outputFolder), name);
        boolean merge = writer.mustMerge(force);
        if (merge) {
            writer.refuseObstacles(files);
        }
        Thread hook = new Thread(writer::stop, "remove-unfinished-project");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            writer.writeAll(files);
            writer.moveInto(files, merge);
            return writer.target;
        } catch (IOException e) {
            throw failure(writer.parent, e);
        } finally {
            writer.stop();
            removeHook(hook);
        }
    }

    /** Refuses early what {@link #write} would refuse for the folder alone. */
    static void check(Path outputFolder, String name, boolean force) {
        new ProjectWriter(parent(outputFolder), name).mustMerge(force);
    }

    private static Path parent(Path outputFolder) {
        Path folder = outputFolder.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(folder)) {
            throw new UserException(
                    "the output folder is a symbolic link: " + folder, "name the folder that it points to");
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException("there is no folder " + folder, "make it first, or choose another --output-dir");
        }
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Whether there is a folder with something in it, which may be written to. */
    private boolean mustMerge(boolean force) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserException(target + " exists and is not a folder", "choose another name or --output-dir");
        }
        try (Stream<Path> entries = Files.list(target)) {
            boolean empty = entries.findAny().isEmpty();
            if (!empty && !force) {
                throw new UserException(
                        "the folder " + target + " exists and is not empty",
                        "choose another name, or --force to replace the files of the scaffold in it (others stay)");
            }
            return !empty;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /** Folders and links where files of the scaffold would go. */
    private void refuseObstacles(ProjectFiles files) {
        for (Path path : files.contents().keySet()) {
            Path step = target;
            for (int i = 0; i < path.getNameCount(); i++) {
                step = step.resolve(path.getName(i));
                boolean last = i == path.getNameCount() - 1;
                boolean fits = last
                        ? Files.isRegularFile(step, LinkOption.NOFOLLOW_LINKS)
                        : Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS);
                if (Files.exists(step, LinkOption.NOFOLLOW_LINKS) && !fits) {
                    throw new UserException(
                            step + " is in the way: it is not a " + (last ? "file" : "folder"), "move it away first");
                }
            }
        }
    }

    private void writeAll(ProjectFiles files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.contents().entrySet()) {
            writeOne(file.getKey(), file.getValue());
        }
    }

    private synchronized void writeOne(Path path, byte[] bytes) throws IOException {
        refuseWhenStopped();
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        if (path.equals(ProjectFiles.WRAPPER) && !file.toFile().setExecutable(true, false)) {
            throw new FileSystemException(file.toString(), null, "cannot be made executable");
        }
    }

    private synchronized void moveInto(ProjectFiles files, boolean merge) throws IOException {
        refuseWhenStopped();
        if (merge) {
            for (Path path : files.contents().keySet()) {
                Path file = target.resolve(path);
                Files.createDirectories(file.getParent());
                Files.move(
                        temporary.resolve(path),
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } else {
            Files.deleteIfExists(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void refuseWhenStopped() throws IOException {
        if (stopped) {
            throw new IOException("stopped");
        }
    }

    private synchronized void stop() {
        stopped = true;
        if (!Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(temporary)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UserException("could not remove " + temporary + ": " + reason(e), "remove it by hand");
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown has begun: the hook runs by itself and finds nothing left to do.
            hook.setName(hook.getName() + " (late)");
        }
    }

    private static UserException failure(Path folder, IOException e) {
        return new UserException(
                "cannot write to " + folder + ": " + reason(e),
                "choose a folder that you may write to with --output-dir");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it takes no files";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
