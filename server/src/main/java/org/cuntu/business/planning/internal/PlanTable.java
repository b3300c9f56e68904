package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.planning.Plan;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code planning_plan} and {@code planning_plan_version}. What writes is called inside a transaction. */
@Component
class PlanTable {
    private static final String VERSIONS =
            "select v.*, p.kind, p.name, p.division, p.classification, p.listing, p.created_by, p.created_at"
                    + " from planning_plan_version v join planning_plan p on p.id = v.plan";

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else takes a number; held until the end of the transaction. */
    String nextNumber(String letters, int year) {
        jdbc.sql("select id from planning_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        String beginning = letters + "-" + year + "-";
        int taken = jdbc.sql("select count(*) from planning_plan_version where number like :beginning")
                .param("beginning", beginning + "%")
                .query(Integer.class)
                .single();
        return beginning + String.format(Locale.ROOT, "%04d", taken + 1);
    }

    void add(Plan plan) {
        jdbc.sql("""
                        insert into planning_plan (id, kind, name, division, significant, classification, listing, created_by,
                          created_at)
                        values (:id, :kind, :name, :division, :significant, :classification, :listing, :by, :at)""")
                .param("id", plan.id())
                .param("kind", plan.kind().name())
                .param("name", plan.name())
                .param("division", plan.division())
                .param("significant", Reach.significant(plan.division()))
                .param("classification", plan.classification())
                .param("listing", plan.listing(), Types.VARCHAR)
                .param("by", plan.createdBy())
                .param("at", DbTime.of(plan.createdAt()))
                .update();
    }

    void add(PlanVersion v) {
        jdbc.sql("""
                        insert into planning_plan_version (id, plan, version, number, occasion, grounds, previous, invented,
                          delivered_by, unit, delivered_at, state, step, round, changed_at)
                        values (:id, :plan, :version, :number, :occasion, :grounds, :previous, :invented,
                          :by, :unit, :at, :state, :step, :round, :changed)""")
                .param("id", v.id())
                .param("plan", v.plan().id())
                .param("version", v.version())
                .param("number", v.number())
                .param("occasion", v.occasion())
                .param("grounds", v.grounds())
                .param("previous", v.previous())
                .param("invented", v.invented())
                .param("by", v.deliveredBy())
                .param("unit", v.unit())
                .param("at", DbTime.of(v.deliveredAt()))
                .param("state", v.state().name())
                .param("step", v.step())
                .param("round", v.round())
                .param("changed", DbTime.of(v.changedAt()))
                .update();
    }

    /** Where it stands from now on. */
    void stand(UUID version, PlanState state, int step, int round, Instant at) {
        jdbc.sql("""
                update planning_plan_version set state = :state, step = :step, round = :round, changed_at = :at
                where id = :id""")
                .param("id", version)
                .param("state", state.name())
                .param("step", step)
                .param("round", round)
                .param("at", DbTime.of(at))
                .update();
    }

    void work(UUID version, UUID task) {
        jdbc.sql("update planning_plan_version set task = :task where id = :id")
                .param("id", version)
                .param("task", task)
                .update();
    }

    void display(UUID version, PlanVersion.Display display) {
        jdbc.sql("""
                update planning_plan_version set display_from = :from, display_to = :to, display_place = :place
                where id = :id""")
                .param("id", version)
                .param("from", display.from())
                .param("to", display.to())
                .param("place", display.place())
                .update();
    }

    void approve(UUID version, PlanVersion.Approval approval) {
        jdbc.sql("""
                update planning_plan_version set approval_number = :number, approval_authority = :authority,
                  approval_date = :date, wanted_from = :wanted where id = :id""")
                .param("id", version)
                .param("number", approval.number())
                .param("authority", approval.authority())
                .param("date", approval.date())
                .param("wanted", approval.inForceFrom())
                .update();
    }

    /** It is in force. */
    void entered(UUID version, LocalDate from, Instant known) {
        jdbc.sql("update planning_plan_version set in_force_from = :from, known_from = :known where id = :id")
                .param("id", version)
                .param("from", from)
                .param("known", DbTime.of(known))
                .update();
    }

    /** The display and the approval of an earlier round count no more. */
    void forgetOutcome(UUID version) {
        jdbc.sql("""
                update planning_plan_version set display_from = null, display_to = null, display_place = null,
                  approval_number = null, approval_authority = null, approval_date = null, wanted_from = null
                where id = :id""").param("id", version).update();
    }

    Optional<Plan> findPlan(UUID id) {
        return listVersions(id).stream().map(PlanVersion::plan).findFirst();
    }

    Optional<PlanVersion> find(UUID version) {
        return jdbc.sql(VERSIONS + " where v.id = :id")
                .param("id", version)
                .query((row, n) -> version(row))
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<PlanVersion> lock(UUID version) {
        jdbc.sql("select id from planning_plan_version where id = :id for update")
                .param("id", version)
                .query(UUID.class)
                .optional();
        return find(version);
    }

    /** Held until the end of the transaction: nobody else begins a version. */
    void lockPlan(UUID plan) {
        jdbc.sql("select id from planning_plan where id = :id for update")
                .param("id", plan)
                .query(UUID.class)
                .optional();
    }

    /** The newest first. */
    List<PlanVersion> listVersions(UUID plan) {
        return jdbc.sql(VERSIONS + " where v.plan = :plan order by v.version desc")
                .param("plan", plan)
                .query((row, n) -> version(row))
                .list();
    }

    /** The newest version of each plan, the last changed first. @param kind null: any */
    List<PlanVersion> listNewest(@Nullable PlanKind kind, @Nullable String significant) {
        StringBuilder where = new StringBuilder(
                " where v.version = (select max(o.version) from planning_plan_version o where o.plan = v.plan)");
        if (kind != null) where.append(" and p.kind = :kind");
        if (significant != null) where.append(" and p.significant like :significant");
        JdbcClient.StatementSpec query = jdbc.sql(VERSIONS + where + " order by v.changed_at desc, v.number");
        if (kind != null) query = query.param("kind", kind.name());
        if (significant != null) query = query.param("significant", significant + "%");
        return query.query((row, n) -> version(row)).list();
    }

    /** Every version that was ever in force. */
    private List<PlanVersion> listEntered(String column, Object value) {
        return jdbc.sql(VERSIONS + " where v.in_force_from is not null and p." + column + " = :value")
                .param("value", value)
                .query((row, n) -> version(row))
                .list();
    }

    /** Of one plan the version in force. @param known K; null: all that is known */
    Optional<PlanVersion> findInForce(UUID plan, LocalDate day, @Nullable Instant known) {
        return choose(listEntered("id", plan), day, known);
    }

    /** Of a kind the plan of a division, by all that is known; of several the one in force last. */
    Optional<PlanVersion> findInForce(PlanKind kind, String division, LocalDate day) {
        return choose(
                listEntered("division", division).stream()
                        .filter(version -> version.plan().kind() == kind)
                        .toList(),
                day,
                null);
    }

    private static Optional<PlanVersion> choose(List<PlanVersion> versions, LocalDate day, @Nullable Instant known) {
        return InForce.choose(versions, PlanTable::held, day, known);
    }

    private static InForce held(PlanVersion version) {
        LocalDate from = version.inForceFrom();
        return new InForce(from == null ? LocalDate.MAX : from, null, version.knownFrom());
    }

    private static PlanVersion version(ResultSet row) throws SQLException {
        Plan plan = new Plan(
                row.getObject("plan", UUID.class),
                PlanKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("division"),
                row.getInt("classification"),
                row.getString("listing"),
                row.getString("created_by"),
                DbTime.read(row, "created_at"));
        return new PlanVersion(
                row.getObject("id", UUID.class),
                plan,
                row.getInt("version"),
                row.getString("number"),
                row.getString("occasion"),
                row.getString("grounds"),
                row.getObject("previous", UUID.class),
                row.getBoolean("invented"),
                row.getString("delivered_by"),
                row.getString("unit"),
                DbTime.read(row, "delivered_at"),
                PlanState.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getInt("round"),
                row.getObject("task", UUID.class),
                display(row),
                approval(row),
                row.getObject("in_force_from", LocalDate.class),
                DbTime.find(row, "known_from"),
                DbTime.read(row, "changed_at"));
    }

    private static PlanVersion.@Nullable Display display(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("display_from", LocalDate.class);
        if (from == null) return null;
        return new PlanVersion.Display(
                from, row.getObject("display_to", LocalDate.class), row.getString("display_place"));
    }

    private static PlanVersion.@Nullable Approval approval(ResultSet row) throws SQLException {
        String number = row.getString("approval_number");
        if (number == null) return null;
        return new PlanVersion.Approval(
                number,
                row.getString("approval_authority"),
                row.getObject("approval_date", LocalDate.class),
                row.getObject("wanted_from", LocalDate.class));
    }
}
