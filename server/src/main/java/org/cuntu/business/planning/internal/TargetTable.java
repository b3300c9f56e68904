package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.business.planning.TargetDraft;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code planning_target}: only added. */
@Component
class TargetTable implements LineTargets {
    static final String ASSIGN = "planning:target:assign";
    private static final int LONGEST_DOCUMENT = 200;

    private final JdbcClient jdbc;
    private final ControlLines lines;
    private final Organisation organisation;
    private final CurrentUser current;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;

    TargetTable(
            JdbcClient jdbc,
            ControlLines lines,
            Organisation organisation,
            CurrentUser current,
            CurrentActor actor,
            ProofLog proof,
            CityFolder city,
            CityClock clock,
            Settings settings) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.organisation = organisation;
        this.current = current;
        this.actor = actor;
        this.proof = proof;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    @Transactional
    public LineTarget assign(Order order) {
        check(order);
        if (!order.invented()) throw LineCandidates.refused("planning.target-two");
        if (!current.reach(ASSIGN).sees(Reach.significant(order.division()), 1))
            throw new ProblemAnswer(
                    403,
                    Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", order.division()));
        LineTarget target = add(
                UUID.randomUUID(),
                order.layer(),
                order.division(),
                order.quantity(),
                order.document().strip(),
                order.assignedOn(),
                order.inForceFrom());
        proof.append(new ProofAct(
                actor.id(),
                "planning:target:assign",
                target.layer() + " " + target.division() + " " + target.id(),
                null));
        return target;
    }

    /** A draft that another person has agreed to; inside that transaction. */
    LineTarget add(TargetDraft draft) {
        return add(
                draft.id(),
                draft.layer(),
                draft.division(),
                draft.quantity(),
                draft.document(),
                draft.assignedOn(),
                draft.inForceFrom());
    }

    private LineTarget add(
            UUID id,
            String layer,
            String division,
            Area quantity,
            String document,
            LocalDate assignedOn,
            LocalDate inForceFrom) {
        LineTarget target = new LineTarget(
                id,
                layer,
                division,
                quantity,
                document,
                assignedOn,
                inForceFrom,
                clock.now(),
                settings.mode() == Settings.Mode.DEMO,
                actor.id());
        jdbc.sql("""
                        insert into planning_target (id, layer, division, quantity, document, assigned_on, in_force_from,
                          known_from, invented, entered_by)
                        values (:id, :layer, :division, :quantity, :document, :assigned, :from, :known, :invented, :by)""")
                .param("id", target.id())
                .param("layer", target.layer())
                .param("division", target.division())
                .param("quantity", target.quantity().hundredths())
                .param("document", target.document())
                .param("assigned", target.assignedOn())
                .param("from", target.inForceFrom())
                .param("known", DbTime.of(target.knownFrom()))
                .param("invented", target.invented())
                .param("by", target.by())
                .update();
        return target;
    }

    /** Refuses what could be no target. */
    void check(Order order) {
        if (lines.findLine(order.layer(), clock.today()).isEmpty())
            throw LineCandidates.refused("planning.unknown-line", "layer", order.layer());
        boolean known = order.division().equals(city.code())
                || organisation
                        .findDivision(order.division())
                        .filter(found -> found.code().length() == 6)
                        .isPresent();
        if (!known) throw LineCandidates.refused("planning.unknown-division", "division", order.division());
        if (order.quantity().hundredths() < 0) throw LineCandidates.refused("planning.quantity");
        if (order.document().isBlank() || order.document().length() > LONGEST_DOCUMENT)
            throw LineCandidates.refused("planning.document-number", "most", LONGEST_DOCUMENT);
        if (order.assignedOn().isAfter(clock.today()))
            throw LineCandidates.refused("planning.assigned-later", "date", order.assignedOn());
        if (order.invented() && settings.mode() == Settings.Mode.SERVE)
            throw LineCandidates.refused("onemap.invented-here", "layer", order.layer());
    }

    @Override
    public Map<String, LineTarget> inForce(String layer, LocalDate day, @Nullable Instant known) {
        Map<String, List<LineTarget>> byDivision = new LinkedHashMap<>();
        for (LineTarget each : listAll(layer))
            byDivision
                    .computeIfAbsent(each.division(), division -> new java.util.ArrayList<>())
                    .add(each);
        Map<String, LineTarget> found = new LinkedHashMap<>();
        byDivision.forEach((division, all) -> InForce.choose(
                        all, each -> new InForce(each.inForceFrom(), null, each.knownFrom()), day, known)
                .ifPresent(target -> found.put(division, target)));
        return found;
    }

    @Override
    public List<LineTarget> listAll(String layer) {
        return jdbc.sql("select * from planning_target where layer = :layer order by known_from desc, id")
                .param("layer", layer)
                .query((row, n) -> target(row))
                .list();
    }

    private static LineTarget target(ResultSet row) throws SQLException {
        return new LineTarget(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                row.getString("division"),
                new Area(row.getLong("quantity")),
                row.getString("document"),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("in_force_from", LocalDate.class),
                DbTime.read(row, "known_from"),
                row.getBoolean("invented"),
                row.getString("entered_by"));
    }
}
