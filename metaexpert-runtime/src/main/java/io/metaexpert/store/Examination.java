package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be asked of the files of a state without changing them: SQLite's own check, the layout, each checksum, the chain of the
 * journal, whether its replay is the present state, and whether it has the change that was confirmed last.
 *
 * @param problems empty when all is well
 * @param unborn whether the process that made it ended before it had made anything
 */
record Examination(List<String> problems, boolean unborn, Replay replay) {
    Examination {
        problems = List.copyOf(problems);
    }

    boolean isSound() {
        return problems.isEmpty() && !unborn;
    }

    /** @throws UserException when something is wrong */
    Examination orThrow(StateFiles files) {
        if (!problems.isEmpty()) {
            String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
            throw new UserException(
                    "the state of " + files.name() + " in " + files.folder() + " is damaged: " + problems.getFirst()
                            + more,
                    "metaexpert state verify tells all; metaexpert state repair rebuilds what can be read, and stays halted");
        }
        return this;
    }

    /** Whether there is anything to examine. */
    static boolean finds(StateFiles files) {
        return Files.exists(files.database()) || Files.exists(files.mark());
    }

    static Examination of(StateFiles files) throws IOException {
        // First, as a process that writes may go on meanwhile: what was confirmed by now is in what is read later.
        MarkFile.Reading mark = MarkFile.read(files.mark());
        if (!Files.exists(files.database())) {
            return failed("there is no " + files.database().getFileName() + ", but the mark of its last change");
        }
        try (Database database = Database.openToRead(files.database())) {
            return new Examiner(database, mark).run();
        } catch (SQLException e) {
            return failed("SQLite cannot read it: " + e.getMessage());
        }
    }

    private static Examination failed(String problem) {
        return new Examination(List.of(problem), false, new Replay());
    }

    /** One examination of a database that could be opened. */
    private static final class Examiner {
        private final Database database;
        private final MarkFile.Reading mark;
        private final List<String> problems = new ArrayList<>();
        private final Replay replay = new Replay();

        Examiner(Database database, MarkFile.Reading mark) {
            this.database = database;
            this.mark = mark;
        }

        Examination run() throws SQLException {
            List<String> tables = database.tables();
            String version = database.version();
            if (tables.isEmpty() && version.equals("0") && mark instanceof MarkFile.Reading.Absent) {
                return new Examination(List.of(), true, replay);
            }
            layout(tables, version);
            List<String> integrity = database.integrity();
            if (!integrity.equals(List.of("ok"))) {
                integrity.forEach(each -> problems.add("SQLite: " + each.replace('\n', ' ')));
            }
            if (tables.equals(Schema.TABLES)) {
                content();
            }
            return new Examination(problems, false, replay);
        }

        private void layout(List<String> tables, String version) throws SQLException {
            if (!version.equals(String.valueOf(Schema.VERSION))) {
                problems.add(
                        "its layout is version " + version + ", and this MetaExpert knows version " + Schema.VERSION);
            } else if (!tables.equals(Schema.TABLES)) {
                problems.add("its tables are not those of a state");
            }
            if (!database.application().equals(String.valueOf(Schema.APPLICATION))) {
                problems.add("it is not marked as a state of MetaExpert");
            }
        }

        private void content() throws SQLException {
            Map<Long, Long> checksums = new HashMap<>();
            List<String> wrong = new ArrayList<>();
            database.journal(true, record -> {
                checksums.put(record.seq(), record.checksum());
                if (wrong.isEmpty()) {
                    replay.take(record).ifPresent(wrong::add);
                }
            });
            problems.addAll(wrong);
            if (replay.last().isEmpty() && wrong.isEmpty()) {
                problems.add("the journal is empty");
            }
            present(wrong.isEmpty());
            replay.last().ifPresent(last -> confirmed(last, checksums));
        }

        /** Compares the present values with the replay. */
        private void present(boolean replayed) throws SQLException {
            Map<String, Map<String, String>> values = new HashMap<>();
            database.current(row -> {
                if (!row.isSound()) {
                    problems.add("the value of " + row.section() + " " + row.key() + " is damaged");
                }
                values.computeIfAbsent(row.section(), name -> new HashMap<>()).put(row.key(), row.value());
            });
            if (replayed && !Contents.of(values).equals(replay.contents())) {
                problems.add("the values are not those that the journal leads to");
            }
        }

        private void confirmed(JournalRecord last, Map<Long, Long> checksums) {
            Optional<String> problem = switch (mark) {
                case MarkFile.Reading.Absent() ->
                    last.seq() == 1 ? Optional.empty() : Optional.of("the mark of its last change is missing");
                case MarkFile.Reading.Damaged() -> Optional.of("the mark of its last change is damaged");
                case MarkFile.Reading.Found(var found, var slot) -> compare(found, last, checksums);
            };
            problem.ifPresent(problems::add);
        }

        private static Optional<String> compare(Mark mark, JournalRecord last, Map<Long, Long> checksums) {
            if (mark.seq() > last.seq()) {
                return Optional.of("it ends with record " + last.seq() + ", but record " + mark.seq()
                        + " was confirmed: the end is lost, or an older copy was put in place");
            }
            Long there = checksums.get(mark.seq());
            return there == null || there == mark.checksum()
                    ? Optional.empty()
                    : Optional.of("record " + mark.seq() + " is not the one that was confirmed");
        }
    }
}
