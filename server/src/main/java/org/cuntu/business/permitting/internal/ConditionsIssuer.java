package org.cuntu.business.permitting.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.Plots;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.ResultIssuer;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plan-condition sheets (规划条件) of cases: planning copies the plan of the site's plots; which sheet is which case's is kept here. */
@Component
class ConditionsIssuer implements ResultIssuer {
    static final String MATTER = "plan-conditions";
    /** 0.01 m²: a site that differs from its plots by no more is the plots. */
    private static final long SAME = 100;

    private final PlanConditions conditions;
    private final Plots plots;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Tasks> tasks;
    private final CurrentActor actor;

    ConditionsIssuer(
            PlanConditions conditions,
            Plots plots,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectProvider<Cases> cases,
            ObjectProvider<Tasks> tasks,
            CurrentActor actor) {
        this.conditions = conditions;
        this.plots = plots;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = cases;
        this.tasks = tasks;
        this.actor = actor;
    }

    @Override
    public String kind() {
        return "conditions";
    }

    /** A site without a plot of an approved plan gets no sheet, and is told so when it is handed in. */
    @Override
    public void check(CaseFile applied, Matter matter) {
        if (applied.origin() != CaseFile.Origin.NEW) replaced(applied);
        if (applied.site() != null) plots(PermitSite.read(applied.site()));
        else throw refused("permitting.no-plot");
    }

    private @Nullable UUID replaced(CaseFile applied) {
        String of = applied.of();
        if (applied.origin() == CaseFile.Origin.NEW || of == null) return null;
        return conditions
                .findIssued(of)
                .map(PlanCondition::id)
                .orElseThrow(() -> refused("permitting.no-such", "number", of));
    }

    private List<PlotCard.Plot> plots(PermitSite site) {
        List<PlotCard.Plot> found = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Geometry ground : site.grounds()) {
            Coordinate inner = ground.getInteriorPoint().getCoordinate();
            // which plot a site lies on does not depend on who applies: a citizen is shown no plots
            PlotCard card = actor.as(CurrentActor.LOCAL, () -> plots.at(inner.x, inner.y, null, null));
            for (PlotCard.Plot plot : card.plots()) if (seen.add(plot.unit() + " " + plot.number())) found.add(plot);
        }
        boolean oneUnit = found.stream().map(PlotCard.Plot::unit).distinct().count() == 1;
        if (found.isEmpty() || !oneUnit) throw refused("permitting.no-plot");
        return found;
    }

    @Override
    public String issue(CaseFile decided, Matter matter) {
        String number = transaction.execute(status -> kept(decided.id()).orElseGet(() -> issued(decided)));
        return String.valueOf(number);
    }

    private Optional<String> kept(UUID caseId) {
        return jdbc.sql("select number from case_condition where case_id = :id")
                .param("id", caseId)
                .query(String.class)
                .optional();
    }

    private String issued(CaseFile file) {
        PermitSite site = PermitSite.read(file.site());
        List<PlotCard.Plot> of = plots(site);
        JsonNode form = JsonMapper.shared().readTree(file.form());
        List<String> requirements = new ArrayList<>();
        for (JsonNode each : form.path("requirements")) requirements.add(each.asString(""));
        PlanCondition sheet = conditions.issueOfCase(
                new PlanConditions.Order(
                        of.getFirst().unit(),
                        of.stream().map(PlotCard.Plot::number).toList(),
                        part(site, of),
                        file.name(),
                        form.path("supply").asString("grant"),
                        file.applicant().name(),
                        requirements,
                        "",
                        replaced(file)),
                examiner(file));
        String number = sheet.called();
        jdbc.sql("""
            insert into case_condition (case_id, sheet, number, holder_kind, holder)
            values (:id, :sheet, :number, :kind, :holder)\
            """)
                .param("kind", file.applicant().kind())
                .param("holder", file.applicant().name())
                .param("id", file.id())
                .param("sheet", sheet.id())
                .param("number", number)
                .update();
        tasks.getObject().submit(ConditionsTask.KIND, Map.of("case", file.id().toString()));
        return number;
    }

    /** @param account of its applicant; of whoever took it in where that one has none */
    record Asked(UUID id, String account) {}

    /** The case that ended with a sheet; empty: it was drafted without one. */
    Optional<Asked> caseOf(String number) {
        return jdbc.sql("select case_id from case_condition where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(id -> actor.as(CurrentActor.LOCAL, () -> cases.getObject().get(id)))
                .map(file -> new Asked(
                        file.id(), Objects.requireNonNullElse(file.applicant().account(), file.createdBy())));
    }

    /** Numbers of the sheets that an applicant's cases ended with, the newest last. */
    List<String> numbersOf(String holderKind, String holder) {
        return jdbc.sql("select number from case_condition where holder_kind = :kind and holder = :holder order by"
                        + " number")
                .param("kind", holderKind)
                .param("holder", holder)
                .query(String.class)
                .list();
    }

    /** The ground that is asked for, unless it is the plots whole. */
    private static @Nullable Geometry part(PermitSite site, List<PlotCard.Plot> of) {
        Area whole = of.stream().map(PlotCard.Plot::legal).reduce(Area.ZERO, Area::plus);
        if (StrictMath.abs(whole.hundredths() - site.area().hundredths()) <= SAME) return null;
        List<Geometry> grounds = site.grounds();
        return grounds.size() == 1
                ? grounds.getFirst()
                : org.locationtech.jts.operation.overlayng.OverlayNGRobust.union(grounds);
    }

    /** Who examined the case last. */
    private String examiner(CaseFile file) {
        return java.util.stream.Stream.ofNullable(cases.getIfAvailable())
                .flatMap(each -> each.listOpinions(file.id()).stream())
                .filter(opinion -> opinion.conclusion() == MatterStep.Conclusion.AGREE)
                .min(Comparator.comparing(Opinion::at))
                .map(Opinion::by)
                .orElse(file.createdBy());
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
