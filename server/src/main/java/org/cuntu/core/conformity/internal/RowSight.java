package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which reviews and batches whoever asks may see (contracts 12), as a condition of SQL: those in the divisions of a role that
 * reads them and classified no higher than it reaches; the own ones wherever they lie. What is not seen is not found. A row
 * whose place is not known lies in the whole city and is classified highest.
 */
@Component
class RowSight {
    private final CurrentUser current;
    private final CurrentActor actor;
    private final JdbcClient jdbc;
    private final String city;

    RowSight(CurrentUser current, CurrentActor actor, JdbcClient jdbc, CityFolder folder) {
        this.current = current;
        this.actor = actor;
        this.jdbc = jdbc;
        this.city = Reach.significant(folder.code());
    }

    /** @param where of rows r of review or batch, joined to x of their reach */
    record Condition(String where, Map<String, Object> params) {}

    Condition reviews() {
        return condition("conformity:review:read");
    }

    Condition batches() {
        return condition("conformity:batch:read");
    }

    /** The join that the condition needs. */
    static final String OF_REVIEWS = " left join review_reach x on x.review = r.id ";

    static final String OF_BATCHES = " left join batch_reach x on x.batch = r.id ";

    boolean seesReview(String id) {
        return sees("review r" + OF_REVIEWS, reviews(), id);
    }

    boolean seesBatch(String id) {
        return sees("batch r" + OF_BATCHES, batches(), id);
    }

    private boolean sees(String from, Condition condition, String id) {
        return jdbc.sql("select count(*) from " + from + "where r.id = :seenId and " + condition.where())
                        .params(condition.params())
                        .param("seenId", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Condition condition(String permission) {
        List<Reach.Part> parts = current.reach(permission).parts();
        if (parts.isEmpty()) return new Condition("1 = 0", Map.of());
        Map<String, Object> params = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("(");
        int highest = 0;
        for (int i = 0; i < parts.size(); i++) {
            Reach.Part part = parts.get(i);
            params.put("seenIn" + i, part.division() + "%");
            params.put("seenTo" + i, part.level());
            where.append("coalesce(x.division, :seenCity) like :seenIn" + i + " and coalesce(x.classification, "
                    + Reach.HIGHEST + ") <= :seenTo" + i + " or ");
            highest = Math.max(highest, part.level());
        }
        params.put("seenCity", city);
        params.put("seenBy", actor.id());
        params.put("seenHighest", highest);
        where.append("r.made_by = :seenBy and coalesce(x.classification, 1) <= :seenHighest)");
        return new Condition(where.toString(), params);
    }
}
