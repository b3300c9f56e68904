package org.cuntu.core.cases.internal.flow;

import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Degraded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that do not get past a join or a timer: it failed again and again, or was laid aside. */
@Component
final class FlowStuck implements Degraded {
    private static final String STUCK = """
            select count(distinct process_instance_id_) from (
                select process_instance_id_ from act_ru_deadletter_job
                union select process_instance_id_ from act_ru_job where exception_msg_ is not null and retries_ < :few
                union select process_instance_id_ from act_ru_timer_job where exception_msg_ is not null and retries_ < :few
            ) stuck""";

    private final JdbcClient jdbc;

    FlowStuck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> why() {
        long cases = count();
        return cases == 0 ? Optional.empty() : Optional.of("cases whose process does not go on: " + cases);
    }

    @Override
    public Optional<Problem> problem() {
        long cases = count();
        return cases == 0
                ? Optional.empty()
                : Optional.of(Problem.warning("cases.process-stuck", Problem.Place.UNKNOWN, "cases", cases));
    }

    private long count() {
        return jdbc.sql(STUCK)
                .param("few", FlowConfiguration.TRIES - FlowConfiguration.SOON)
                .query(Long.class)
                .single();
    }
}
