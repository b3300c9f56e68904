package org.cuntu.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets one transaction write at a time, from its first statement that may write to its end. H2 brings each table to the disk as it finds
 * it: what one commit writes there may hold half of another transaction that is under way, and after a kill -9 that half stays (h2database
 * issue 2080). Without another writer there is no half. Reading waits for nobody.
 */
final class OneWriter extends DelegatingDataSource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Turn turn;
    private final AtomicLong writes = new AtomicLong();

    OneWriter(DataSource h2) {
        this(h2, PATIENCE);
    }

    OneWriter(DataSource h2, Duration patience) {
        super(h2);
        turn = new Turn(patience);
    }

    /** Raised when a transaction begins to write, and when it has ended and others see what it wrote. */
    long writes() {
        return writes.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(super.getConnection(user, password));
    }

    private Connection guarded(Connection real) {
        return proxy(Connection.class, new OfConnection(real));
    }

    /** Whether a statement may change something, or hold rows back from others who would. */
    static boolean writes(String sql) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        boolean asks = text.startsWith("select") || text.startsWith("with") || text.startsWith("values");
        return !asks || text.contains("for update");
    }

    private final class OfConnection implements InvocationHandler {
        private final Connection real;
        private boolean writing;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            int given = args == null ? 0 : args.length;
            return switch (method.getName()) {
                case "prepareStatement", "prepareCall" -> statement(method, call(real, method, args), (String) args[0]);
                case "createStatement" -> statement(method, call(real, method, args), null);
                case "commit", "close", "abort" -> ended(method, args);
                // said again of a transaction under way it changes nothing
                case "setAutoCommit" -> Boolean.TRUE.equals(args[0]) ? ended(method, args) : call(real, method, args);
                // to a savepoint the transaction goes on
                case "rollback" -> given == 0 ? ended(method, args) : call(real, method, args);
                default -> call(real, method, args);
            };
        }

        private @Nullable Object ended(Method method, Object @Nullable [] args) throws Throwable {
            try {
                return call(real, method, args);
            } finally {
                end();
            }
        }

        private Object statement(Method made, @Nullable Object statement, @Nullable String sql) {
            Class<? extends Statement> type =
                    switch (made.getName()) {
                        case "prepareStatement" -> PreparedStatement.class;
                        case "prepareCall" -> CallableStatement.class;
                        default -> Statement.class;
                    };
            return proxy(type, (proxy, method, args) -> executed(statement, method, args, sql));
        }

        /** @param sql null: the call brings its own, or it is a batch */
        private @Nullable Object executed(
                @Nullable Object statement, Method method, Object @Nullable [] args, @Nullable String sql)
                throws Throwable {
            if (!method.getName().startsWith("execute")) return call(statement, method, args);
            String asked = args != null && args.length > 0 && args[0] instanceof String own ? own : sql;
            if (asked != null && !writes(asked)) return call(statement, method, args);
            begin();
            try {
                return call(statement, method, args);
            } finally {
                if (real.getAutoCommit()) end();
            }
        }

        private void begin() throws SQLException {
            if (writing) return;
            turn.take();
            writing = true;
            writes.incrementAndGet();
        }

        private void end() {
            if (!writing) return;
            writing = false;
            writes.incrementAndGet();
            turn.give();
        }
    }

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneWriter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
