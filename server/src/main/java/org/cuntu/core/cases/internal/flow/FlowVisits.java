package org.cuntu.core.cases.internal.flow;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our two tables of the engine room: which process a case is in, and what its token has passed. */
final class FlowVisits {
    private final JdbcClient jdbc;
    private final CityClock clock;

    FlowVisits(JdbcClient jdbc, CityClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(UUID caseId, String process) {
        jdbc.sql("insert into flow_case (case_id, process) values (:case, :process)")
                .param("case", caseId)
                .param("process", process)
                .update();
    }

    /** Nobody else moves the case until the transaction has ended; what they wait for they see then. */
    Optional<String> lock(UUID caseId) {
        return jdbc.sql("select process from flow_case where case_id = :case for update")
                .param("case", caseId)
                .query(String.class)
                .optional();
    }

    /** The case of a process instance, which may be one that another called. */
    UUID caseOf(String process) {
        return UUID.fromString(jdbc.sql("select root_proc_inst_id_ from act_ru_execution where id_ = :process")
                .param("process", process)
                .query(String.class)
                .optional()
                .orElse(process));
    }

    void passed(UUID caseId, String element) {
        jdbc.sql("""
                        insert into flow_visit (case_id, element, first_at)
                        select cast(:case as uuid), cast(:element as varchar), cast(:at as timestamp(6) with time zone)
                        where not exists (select 1 from flow_visit where case_id = :case and element = :element)""")
                .param("case", caseId)
                .param("element", element)
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    Set<String> list(UUID caseId) {
        return new HashSet<>(jdbc.sql("select element from flow_visit where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .list());
    }
}
