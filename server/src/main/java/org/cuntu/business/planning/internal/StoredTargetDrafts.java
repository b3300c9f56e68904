package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.business.planning.TargetDraft;
import org.cuntu.business.planning.TargetDrafts;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code planning_target_draft}: decided once, by another than entered them. */
@Component
class StoredTargetDrafts implements TargetDrafts {
    static final String AGREE = "planning:target:agree";
    private static final int LONGEST_WORDS = 500;

    private final JdbcClient jdbc;
    private final TargetTable targets;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;

    StoredTargetDrafts(JdbcClient jdbc, TargetTable targets, CurrentUser current, ProofLog proof, CityClock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    @Transactional
    public TargetDraft propose(LineTargets.Order order) {
        targets.check(order);
        User user = reaching(TargetTable.ASSIGN, order.division());
        TargetDraft draft = new TargetDraft(
                UUID.randomUUID(),
                order.layer(),
                order.division(),
                order.quantity(),
                order.document().strip(),
                order.assignedOn(),
                order.inForceFrom(),
                clock.now(),
                user.id());
        jdbc.sql("""
                        insert into planning_target_draft (id, layer, division, quantity, document, assigned_on, in_force_from,
                          proposed_at, proposed_by)
                        values (:id, :layer, :division, :quantity, :document, :assigned, :from, :at, :by)""")
                .param("id", draft.id())
                .param("layer", draft.layer())
                .param("division", draft.division())
                .param("quantity", draft.quantity().hundredths())
                .param("document", draft.document())
                .param("assigned", draft.assignedOn())
                .param("from", draft.inForceFrom())
                .param("at", DbTime.of(draft.at()))
                .param("by", draft.by())
                .update();
        note(user, "propose", draft);
        return draft;
    }

    private User reaching(String permission, String division) {
        if (!current.reach(permission).sees(Reach.significant(division), 1))
            throw new ProblemAnswer(
                    403, Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", division));
        return current.get();
    }

    private void note(User user, String verb, TargetDraft draft) {
        proof.append(new ProofAct(
                user.id(), "planning:target:" + verb, draft.layer() + " " + draft.division() + " " + draft.id(), null));
    }

    @Override
    public List<TargetDraft> listOpen(String layer) {
        return jdbc.sql("""
                        select * from planning_target_draft where layer = :layer and agreed is null order by proposed_at, id""").param("layer", layer).query((row, n) -> draft(row)).list();
    }

    @Override
    @Transactional
    public LineTarget agree(UUID id) {
        TargetDraft draft = open(id);
        User user = reaching(AGREE, draft.division());
        requireAnother(user, draft);
        decide(draft, user, true, "");
        note(user, "agree", draft);
        return targets.add(draft);
    }

    @Override
    @Transactional
    public void refuse(UUID id, String words) {
        TargetDraft draft = open(id);
        User user = reaching(AGREE, draft.division());
        requireAnother(user, draft);
        decide(draft, user, false, said(words));
        note(user, "refuse", draft);
    }

    @Override
    @Transactional
    public void withdraw(UUID id, String words) {
        TargetDraft draft = open(id);
        User user = reaching(TargetTable.ASSIGN, draft.division());
        if (!user.id().equals(draft.by()))
            throw new ProblemAnswer(403, Problem.refused("planning.target-others", Problem.Place.UNKNOWN));
        decide(draft, user, false, said(words));
        note(user, "withdraw", draft);
    }

    private static String said(String words) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS)
            throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        return said;
    }

    private static void requireAnother(User user, TargetDraft draft) {
        if (user.id().equals(draft.by()) || user.lenders(AGREE).contains(draft.by()))
            throw new ProblemAnswer(403, Problem.refused("planning.target-own", Problem.Place.UNKNOWN));
    }

    private record Held(TargetDraft draft, boolean decided) {}

    /** Holds its row until the transaction ends. */
    private TargetDraft open(UUID id) {
        Held held = jdbc.sql("select * from planning_target_draft where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Held(draft(row), row.getObject("agreed") != null))
                .optional()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-target", "id", id));
        if (held.decided) throw ProblemAnswer.conflict("planning.target-decided", "id", id);
        return held.draft;
    }

    private void decide(TargetDraft draft, User user, boolean agreed, String words) {
        jdbc.sql("""
                update planning_target_draft set agreed = :agreed, decided_at = :at, decided_by = :by, words = :words
                where id = :id""")
                .param("agreed", agreed)
                .param("at", DbTime.of(clock.now()))
                .param("by", user.id())
                .param("words", words)
                .param("id", draft.id())
                .update();
    }

    private static TargetDraft draft(ResultSet row) throws SQLException {
        return new TargetDraft(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                row.getString("division"),
                new Area(row.getLong("quantity")),
                row.getString("document"),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("in_force_from", LocalDate.class),
                DbTime.read(row, "proposed_at"),
                row.getString("proposed_by"));
    }
}
