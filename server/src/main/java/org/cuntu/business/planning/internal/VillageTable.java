package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.business.planning.VillagePlans.Event;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of village plans and their history. What writes is called inside a transaction. */
@Component
class VillageTable {
    private final JdbcClient jdbc;

    VillageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(VillagePlan plan, String actor, String proposedBy, Instant at, String reason) {
        String content = PlanningJson.write(plan);
        int known = jdbc.sql("update village_plan set content = :content, changed_at = :at where code = :code")
                .param("content", content)
                .param("at", DbTime.of(at))
                .param("code", plan.code())
                .update();
        if (known == 0)
            jdbc.sql("insert into village_plan (code, content, changed_at) values (:code, :content, :at)")
                    .param("code", plan.code())
                    .param("content", content)
                    .param("at", DbTime.of(at))
                    .update();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from village_plan_event where code = :code")
                .param("code", plan.code())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into village_plan_event (code, number, actor, proposed_by, at, reason, content)
                        values (:code, :number, :actor, :proposedBy, :at, :reason, :content)""")
                .param("code", plan.code())
                .param("number", number)
                .param("actor", actor)
                .param("proposedBy", proposedBy)
                .param("at", DbTime.of(at))
                .param("reason", reason)
                .param("content", content)
                .update();
    }

    Map<String, VillagePlan> all() {
        Map<String, VillagePlan> all = new TreeMap<>();
        jdbc.sql("select content from village_plan")
                .query((row, n) -> PlanningJson.read(row.getString(1), VillagePlan.class))
                .list()
                .forEach(plan -> all.put(plan.code(), plan));
        return all;
    }

    /** As it was known at an instant. */
    Map<String, VillagePlan> all(Instant known) {
        Map<String, VillagePlan> all = new TreeMap<>();
        jdbc.sql("select content from village_plan_event where at <= :known order by code, number")
                .param("known", DbTime.of(known))
                .query((row, n) -> PlanningJson.read(row.getString(1), VillagePlan.class))
                .list()
                .forEach(plan -> all.put(plan.code(), plan));
        return all;
    }

    List<Event> listEvents(String code) {
        return jdbc.sql("select * from village_plan_event where code = :code order by number desc")
                .param("code", code)
                .query((row, n) -> new Event(
                        row.getString("code"),
                        row.getInt("number"),
                        row.getString("actor"),
                        row.getString("proposed_by"),
                        DbTime.read(row, "at"),
                        row.getString("reason"),
                        PlanningJson.read(row.getString("content"), VillagePlan.class)))
                .list();
    }
}
