package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWriterTest {
    private final OneWriter source = new OneWriter(memory(), Duration.ofMillis(50));
    private Connection mine;

    private static JdbcDataSource memory() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    @BeforeEach
    void twoTables() throws SQLException {
        mine = source.getConnection();
        execute(mine, "create table a (n int primary key)");
        execute(mine, "create table b (n int primary key)");
        mine.setAutoCommit(false);
    }

    @AfterEach
    void closed() throws SQLException {
        if (!mine.isClosed()) mine.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(Connection connection, String table, int n) throws SQLException {
        try (var statement = connection.prepareStatement("insert into " + table + " values (?)")) {
            statement.setInt(1, n);
            statement.executeUpdate();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** On a connection and a thread of its own, to its end. */
    private void another(Work work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            CompletableFuture.runAsync(
                            () -> {
                                try (Connection theirs = source.getConnection()) {
                                    work.on(theirs);
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            threads)
                    .get();
        }
    }

    private void otherWritersWait() {
        assertThatThrownBy(() -> another(theirs -> insert(theirs, "b", 7)))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(SQLTimeoutException.class);
    }

    private void othersWrite(int n) throws Exception {
        another(theirs -> insert(theirs, "b", n));
    }

    @Test
    void whileOneTransactionWritesAnotherWaits() throws Exception {
        insert(mine, "a", 1);

        otherWritersWait();

        mine.commit();
        othersWrite(1);
    }

    @Test
    void readingWaitsForNobody() throws Exception {
        insert(mine, "a", 1);

        another(theirs -> {
            try (var rows = theirs.createStatement().executeQuery("select count(*) from a")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        });
    }

    @Test
    void aTransactionThatHasOnlyReadHoldsNobodyUp() throws Exception {
        execute(mine, "select * from a");

        othersWrite(1);
    }

    @Test
    void rowsHeldBackForAnUpdateAreAWriting() throws Exception {
        execute(mine, "select * from a for update");

        otherWritersWait();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "close", "autocommit"})
    void theTurnEndsWithTheTransactionHoweverItEnds(String end) throws Exception {
        insert(mine, "a", 1);

        switch (end) {
            case "rollback" -> mine.rollback();
            case "close" -> mine.close();
            default -> mine.setAutoCommit(true);
        }

        othersWrite(1);
    }

    @Test
    void aSavepointIsNoEnd() throws Exception {
        insert(mine, "a", 1);
        var point = mine.setSavepoint();
        insert(mine, "a", 2);

        mine.rollback(point);

        otherWritersWait();
    }

    @Test
    void sayingAgainThatTheTransactionGoesOnIsNoEnd() throws Exception {
        insert(mine, "a", 1);

        mine.setAutoCommit(false);

        otherWritersWait();
    }

    @Test
    void aStatementOfItsOwnHasItsTurnAlone() throws Exception {
        mine.setAutoCommit(true);
        insert(mine, "a", 1);
        assertThatThrownBy(() -> insert(mine, "a", 1)).isInstanceOf(SQLException.class);

        othersWrite(1);
    }

    @Test
    void aBatchIsAWriting() throws Exception {
        try (var statement = mine.prepareStatement("insert into a values (?)")) {
            for (int n = 0; n < 3; n++) {
                statement.setInt(1, n);
                statement.addBatch();
            }
            statement.executeBatch();
        }

        otherWritersWait();
    }

    @Test
    void aThreadMayWriteThroughTwoConnections() throws Exception {
        insert(mine, "a", 1);
        try (Connection second = source.getConnection()) {
            insert(second, "b", 1);
        }

        otherWritersWait();
        mine.commit();
        othersWrite(2);
    }

    /** What was read outside a transaction may be kept while the count stays: it has to move before and after others see a write. */
    @Test
    void everyWriteIsCountedWhenItBeginsAndWhenItIsSeen() throws SQLException {
        long before = source.writes();
        insert(mine, "a", 1);
        long under = source.writes();
        mine.commit();
        long after = source.writes();
        try (Connection other = source.getConnection();
                var statement = other.prepareStatement("select count(*) from a");
                var row = statement.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }

        assertThat(under).isGreaterThan(before);
        assertThat(after).isGreaterThan(under);
        assertThat(source.writes()).as("after a reader").isEqualTo(after);
    }

    @Test
    void aWriteWithoutATransactionIsCounted() throws SQLException {
        long before = source.writes();
        try (Connection other = source.getConnection()) {
            insert(other, "b", 1);
        }
        assertThat(source.writes()).isGreaterThanOrEqualTo(before + 2);
    }
}
