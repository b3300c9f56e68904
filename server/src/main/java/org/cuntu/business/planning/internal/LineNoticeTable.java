package org.cuntu.business.planning.internal;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.Affected;
import org.cuntu.business.planning.LineNotices;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.Proposal;
import org.cuntu.core.rules.Verdict;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code planning_notice}: one for each review whose conclusion a layer's change turns, to the person who made it. */
@Component
class LineNoticeTable implements LineNotices {
    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final CityClock clock;

    LineNoticeTable(JdbcClient jdbc, CurrentActor actor, ProofLog proof, CityClock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.proof = proof;
        this.clock = clock;
    }

    private record Cause(
            String kind, @Nullable UUID proposal, @Nullable UUID plan, String number, String layer) {}

    /** Inside the transaction of the act; one proof entry says how many were told. */
    void tell(String kind, Proposal proposal, Affected affected) {
        tell(new Cause(kind, proposal.id(), null, proposal.number(), proposal.layer()), affected);
    }

    /** The same of a plan. */
    void tell(String kind, PlanVersion version, Affected affected) {
        tell(new Cause(kind, null, version.id(), version.number(), ""), affected);
    }

    private void tell(Cause cause, Affected affected) {
        int told = 0;
        for (Affected.Review review : affected.reviews()) {
            if (!review.changes()) continue;
            add(cause, review);
            told++;
        }
        if (told == 0) return;
        proof.append(new ProofAct(
                actor.id(),
                "planning:notice:tell",
                cause.number() + " " + cause.kind().toLowerCase(java.util.Locale.ROOT) + " " + told,
                null));
    }

    private void add(Cause cause, Affected.Review review) {
        String layer = review.layer();
        jdbc.sql("""
                insert into planning_notice (id, account, kind, proposal, plan_version, number, layer, review, review_name,
                  verdict_before, verdict_after, at)
                values (:id, :account, :kind, :proposal, :plan, :number, :layer, :review, :name, :before, :after, :at)""")
                .param("id", UUID.randomUUID())
                .param("account", review.by())
                .param("kind", cause.kind())
                .param("proposal", cause.proposal())
                .param("plan", cause.plan())
                .param("number", cause.number())
                .param("layer", layer == null ? cause.layer() : layer)
                .param("review", review.id())
                .param("name", review.name())
                .param("before", name(review.before()), Types.VARCHAR)
                .param("after", name(review.after()), Types.VARCHAR)
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    private static @Nullable String name(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    @Override
    public List<Notice> listOwn(int limit) {
        return jdbc.sql("""
                        select * from planning_notice where account = :account
                        order by at desc, id fetch first :rowCount rows only""")
                .params(Map.of("account", actor.id(), "rowCount", limit))
                .query((row, n) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("account"),
                        row.getString("kind"),
                        row.getObject("proposal", UUID.class),
                        row.getObject("plan_version", UUID.class),
                        row.getString("number"),
                        row.getString("layer"),
                        row.getString("review"),
                        row.getString("review_name"),
                        row.getString("verdict_before"),
                        row.getString("verdict_after"),
                        DbTime.read(row, "at"),
                        DbTime.find(row, "read_at")))
                .list();
    }

    @Override
    @Transactional
    public void read(UUID id) {
        int rows = jdbc.sql("""
                update planning_notice set read_at = :at where id = :id and account = :account and read_at is null""")
                .param("at", DbTime.of(clock.now()))
                .param("id", id)
                .param("account", actor.id())
                .update();
        if (rows == 1) proof.append(new ProofAct(actor.id(), "planning:notice:note", id.toString(), null));
    }
}
