package org.cuntu.core.cases.internal.flow;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.cuntu.platform.http.ProblemAnswer;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An act on a case in one transaction. What collides with another act is tried three times, each time anew from the beginning; then it is
 * refused 409 {@code cases.someone-acted}. Answers when the joins that it left to the engine have gone, or after two seconds. Within a
 * transaction that is there already it is simply a part of it. Thread safe.
 */
@Component
public final class Retried {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Of PostgreSQL: a lock was not to be had; of H2: a row was changed by another, a lock was not to be had. */
    private static final Set<String> COLLISIONS = Set.of("55P03", "90131", "HYT00");

    private final TransactionTemplate transaction;
    private final FlowEngine engine;

    Retried(TransactionTemplate transaction, FlowEngine engine) {
        this.transaction = transaction;
        this.engine = engine;
    }

    /** @throws ProblemAnswer 409 when others were first three times */
    public <T> T inTransaction(Supplier<T> act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return act.get();
        FlowJobs.Left left = engine.jobs().watch();
        try {
            T answer = tried(act);
            engine.await(left, PATIENCE);
            return answer;
        } finally {
            engine.jobs().unwatch(left);
        }
    }

    private <T> T tried(Supplier<T> act) {
        for (int again = TRIES; ; ) {
            try {
                return transaction.execute(status -> act.get());
            } catch (RuntimeException e) {
                if (!isCollision(e)) throw e;
                if (--again == 0) throw ProblemAnswer.conflict("cases.someone-acted");
            }
        }
    }

    /** Whether a transaction failed because another one was under way at the same rows. */
    static boolean isCollision(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlowableOptimisticLockingException || cause instanceof ConcurrencyFailureException)
                return true;
            if (cause instanceof SQLException sql && sql.getSQLState() != null)
                if (sql.getSQLState().startsWith("40") || COLLISIONS.contains(sql.getSQLState())) return true;
        }
        return false;
    }
}
