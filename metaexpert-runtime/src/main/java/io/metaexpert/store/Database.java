package io.metaexpert.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** The SQLite file of one state: what is asked of it, in SQL. Used on one thread. */
final class Database implements AutoCloseable {
    private static final String READ_JOURNAL =
            "SELECT seq, time, kind, section, content, previous, checksum FROM journal ORDER BY seq ";
    /** How long a write waits for a reader that is just opening the file. */
    private static final int PATIENCE_MS = 5_000;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** A row of the table of present values. */
    record Row(String section, String key, String value, long checksum) {
        boolean isSound() {
            return checksum == JournalRecord.sum(section, key, value);
        }
    }

    /** To look at only: changes nothing, also not when it is closed, and may be open beside the one that writes. */
    static Database openToRead(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Database database = open(file, config);
        try {
            database.execute("BEGIN"); // one look at all of it, whatever is written meanwhile
        } catch (SQLException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** @param logPages at how many pages the log is copied into the file */
    static Database openToWrite(Path file, int logPages) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Database database = open(file, config);
        database.execute("PRAGMA wal_autocheckpoint = " + logPages);
        // Where a disk keeps what it was told to write in its own memory: macOS has a call for that, elsewhere these do
        // nothing.
        database.execute("PRAGMA fullfsync = ON");
        database.execute("PRAGMA checkpoint_fullfsync = ON");
        return database;
    }

    private static Database open(Path file, SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(PATIENCE_MS);
        // As an address, since the driver takes a question mark in a name for the start of options.
        Database database = new Database(
                config.createConnection("jdbc:sqlite:" + file.toUri().toASCIIString()));
        try {
            database.execute("PRAGMA trusted_schema = OFF");
            database.execute("PRAGMA cell_size_check = ON");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Transactions are not left to the driver: it begins the next one with the commit, and an error of that would hide that the commit went well. */
    private void transaction(Work work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            work.run();
            execute("COMMIT");
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(SQLException cause) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back already, as it does when a disk is full
        }
    }

    /** Makes the tables, and the first record with the state to begin with. */
    void create(JournalRecord first, Contents contents) throws SQLException {
        transaction(() -> {
            for (String table : Schema.TABLES) {
                execute(table);
            }
            execute("PRAGMA application_id = " + Schema.APPLICATION);
            execute("PRAGMA user_version = " + Schema.VERSION);
            append(List.of(first));
            for (var section : contents.all().entrySet()) {
                for (var each : section.getValue().entrySet()) {
                    put(section.getKey(), each.getKey(), each.getValue());
                }
            }
        });
    }

    /** A change of one section, and what follows from it in the journal. */
    record Change(
            String section, Map<String, Optional<String>> values, List<JournalRecord> records, long forgetBefore) {}

    /** All or nothing, and on the disk when this returns. */
    void commit(Change change) throws SQLException {
        transaction(() -> {
            append(change.records());
            for (Map.Entry<String, Optional<String>> each : change.values().entrySet()) {
                if (each.getValue().isPresent()) {
                    put(change.section(), each.getKey(), each.getValue().get());
                } else {
                    remove(change.section(), each.getKey());
                }
            }
            if (change.forgetBefore() > 0) {
                forget(change.forgetBefore());
            }
        });
    }

    private void append(List<JournalRecord> records) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (JournalRecord record : records) {
                insert.setLong(1, record.seq());
                insert.setString(2, record.time());
                insert.setString(3, record.kind().name());
                insert.setString(4, record.section());
                insert.setString(5, record.content());
                insert.setLong(6, record.previous());
                insert.setLong(7, record.checksum());
                insert.executeUpdate();
            }
        }
    }

    private void put(String section, String key, String value) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("INSERT OR REPLACE INTO current VALUES (?, ?, ?, ?)")) {
            put.setString(1, section);
            put.setString(2, key);
            put.setString(3, value);
            put.setLong(4, JournalRecord.sum(section, key, value));
            put.executeUpdate();
        }
    }

    private void remove(String section, String key) throws SQLException {
        try (PreparedStatement remove =
                connection.prepareStatement("DELETE FROM current WHERE section = ? AND key = ?")) {
            remove.setString(1, section);
            remove.setString(2, key);
            remove.executeUpdate();
        }
    }

    private void forget(long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM journal WHERE seq < ?")) {
            delete.setLong(1, before);
            delete.executeUpdate();
        }
    }

    /** What SQLite itself says about the file: "ok", or what is wrong. */
    List<String> integrity() throws SQLException {
        return texts("PRAGMA integrity_check(5)");
    }

    List<String> tables() throws SQLException {
        return texts("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name");
    }

    String version() throws SQLException {
        return texts("PRAGMA user_version").getFirst();
    }

    String application() throws SQLException {
        return texts("PRAGMA application_id").getFirst();
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }

    /** Hands over each record; those before a place that cannot be read have been handed over when this throws. */
    void journal(boolean forwards, Consumer<JournalRecord> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ_JOURNAL + (forwards ? "ASC" : "DESC"))) {
            while (rows.next()) {
                each.accept(record(rows));
            }
        }
    }

    /** A kind that there is not becomes a change, whose checksum then does not fit. */
    private static JournalRecord record(ResultSet rows) throws SQLException {
        boolean checkpoint = JournalRecord.Kind.CHECKPOINT.name().equals(rows.getString(3));
        return new JournalRecord(
                rows.getLong(1),
                String.valueOf(rows.getString(2)),
                checkpoint ? JournalRecord.Kind.CHECKPOINT : JournalRecord.Kind.CHANGE,
                String.valueOf(rows.getString(4)),
                String.valueOf(rows.getString(5)),
                rows.getLong(6),
                rows.getLong(7));
    }

    void current(Consumer<Row> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT section, key, value, checksum FROM current")) {
            while (rows.next()) {
                each.accept(new Row(
                        String.valueOf(rows.getString(1)),
                        String.valueOf(rows.getString(2)),
                        String.valueOf(rows.getString(3)),
                        rows.getLong(4)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
