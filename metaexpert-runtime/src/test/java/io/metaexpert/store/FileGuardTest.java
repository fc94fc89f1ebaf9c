package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileGuardTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needsModes() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX file modes");
    }

    private StateFiles written() {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE"));
        }
        return files;
    }

    @Test
    void makesFolderAndFilesForItsOwnerAlone() throws IOException {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE"));

            assertThat(mode(files.folder())).isEqualTo("rwx------");
            for (Path file : files.all()) {
                assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-rw-", "rw-rw----", "rw-----w-"})
    void refusesAFileThatOthersMayWrite(String mode) throws IOException {
        StateFiles files = written();
        for (Path file : new Path[] {files.database(), files.mark()}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            assertThatThrownBy(() -> open(files))
                    .isInstanceOfSatisfying(
                            UserException.class,
                            refused -> assertThat(refused.hint()).endsWith("chmod go-w " + file))
                    .hasMessageStartingWith("the state file " + file + " can be written by "
                            + (mode.endsWith("w-") ? "everybody" : "its group") + " (mode " + mode + ")");
            assertThatThrownBy(() -> SavedState.read(files)).isInstanceOf(UserException.class);
            assertThatThrownBy(() -> StateRepair.run(files, StoreFixture.CLOCK)).isInstanceOf(UserException.class);

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        open(files).close();
    }

    @Test
    void refusesAFolderThatOthersMayWrite() throws IOException {
        StateFiles files = written();
        Files.setPosixFilePermissions(files.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> open(files))
                .hasMessageStartingWith("the state folder " + files.folder() + " can be written by everybody");
    }

    @Test
    void takesAFolderThatOthersMayOnlyRead() throws IOException {
        StateFiles files = written();
        Files.setPosixFilePermissions(files.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));

        open(files).close();
    }

    @Test
    void refusesALinkInPlaceOfTheFolder() throws IOException {
        StateFiles files = written();
        Path link = Files.createSymbolicLink(folder.resolve("link"), files.folder());

        assertThatThrownBy(() -> open(new StateFiles(link, files.name())))
                .isInstanceOf(UserException.class)
                .hasMessage("the state folder " + link + " is a symbolic link, which is not followed");
    }

    @Test
    void refusesALinkInPlaceOfAFile() throws IOException {
        StateFiles files = written();
        Path elsewhere = Files.move(files.database(), folder.resolve("elsewhere.db"));
        Files.createSymbolicLink(files.database(), elsewhere);

        assertThatThrownBy(() -> open(files)).hasMessageContaining("1001.db is a symbolic link, which is not followed");
    }

    @Test
    void refusesAFolderInPlaceOfAFileAndTheOtherWayRound() throws IOException {
        StateFiles files = files(folder);
        Files.writeString(files.folder(), "");
        assertThatThrownBy(() -> open(files)).hasMessage("the state folder " + files.folder() + " is not a folder");

        Files.delete(files.folder());
        FileGuard.prepare(files.folder());
        Files.createDirectory(files.database());
        assertThatThrownBy(() -> open(files)).hasMessage("the state file " + files.database() + " is not a file");
    }

    @Test
    void refusesWhatBelongsToSomebodyElse() throws IOException {
        StateFiles files = written();
        assumeTrue((int) Files.getAttribute(files.folder(), "unix:uid") == 0, "only root can give a file away");
        Files.setAttribute(files.database(), "unix:uid", 12_345);

        assertThatThrownBy(() -> open(files))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("the state file .*1001\\.db belongs to 12345, not to \\S+ who runs this");
    }
}
