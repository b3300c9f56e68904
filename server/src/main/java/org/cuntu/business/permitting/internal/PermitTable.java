package org.cuntu.business.permitting.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of certificates and their events. What writes is called inside a transaction. */
@Component
class PermitTable {
    private static final String ROWS = """
        select p.*, (select n.id from permit n where n.version_of = p.id order by n.changed_at desc fetch first 1 rows only)
          as next_version from permit p\
        """;

    private final JdbcClient jdbc;

    PermitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Permit p, String content) {
        jdbc.sql("""
            insert into permit (id, number, matter, matter_hash, case_id, case_number, project, holder_kind, holder,
              holder_account, division, area, site, site_hash, content, hash, issued_on, valid_until, state,
              version_of, origin, issued_by, invented, searched, changed_at)
            values (:id, :number, :matter, :matterHash, :caseId, :caseNumber, :project, :holderKind, :holder,
              :account, :division, :area, :site, :siteHash, :content, :hash, :issuedOn, :until, :state,
              :of_, :origin, :by, :invented, :searched, :at)\
            """)
                .param("id", p.id())
                .param("number", p.number())
                .param("matter", p.matter())
                .param("matterHash", p.matterHash())
                .param("caseId", p.caseId())
                .param("caseNumber", p.caseNumber())
                .param("project", p.project())
                .param("holderKind", p.holderKind())
                .param("holder", p.holder())
                .param("account", p.holderAccount(), Types.VARCHAR)
                .param("division", p.division())
                .param("area", p.area().hundredths())
                .param("site", p.site(), Types.VARCHAR)
                .param("siteHash", p.siteHash())
                .param("content", content)
                .param("hash", p.hash())
                .param("issuedOn", p.issuedOn())
                .param("until", p.validUntil(), Types.DATE)
                .param("state", p.state().name())
                .param("of_", p.of())
                .param("origin", p.origin().name())
                .param("by", p.issuedBy())
                .param("invented", p.invented())
                .param("searched", PermitSearch.text(p))
                .param("at", DbTime.of(p.changedAt()))
                .update();
    }

    void stand(UUID id, Permit.State state, Instant at) {
        jdbc.sql("update permit set state = :state, changed_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", DbTime.of(at))
                .update();
    }

    /** Another number with the content that says it; the paper is made anew. */
    void renumber(Permit p, String content, Instant at) {
        jdbc.sql("""
            update permit set number = :number, content = :content, hash = :hash, searched = :searched, paper = null,
              changed_at = :at where id = :id\
            """)
                .param("id", p.id())
                .param("number", p.number())
                .param("content", content)
                .param("hash", p.hash())
                .param("searched", PermitSearch.text(p))
                .param("at", DbTime.of(at))
                .update();
    }

    void paper(UUID id, String sha256) {
        jdbc.sql("update permit set paper = :paper where id = :id")
                .param("id", id)
                .param("paper", sha256)
                .update();
    }

    void happened(UUID id, Permit.Act act, String actor, Instant at, String ground, String words) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from permit_act where permit = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        jdbc.sql("""
            insert into permit_act (permit, number, act, actor, at, ground, words)
            values (:id, :number, :act, :actor, :at, :ground, :words)\
            """)
                .param("id", id)
                .param("number", number)
                .param("act", act.name())
                .param("actor", actor)
                .param("at", DbTime.of(at))
                .param("ground", ground)
                .param("words", words)
                .update();
    }

    /** Waits until nobody else writes it. */
    Optional<Permit> hold(UUID id) {
        jdbc.sql("select id from permit where id = :id for update")
                .param("id", id)
                .query((row, n) -> n)
                .list();
        return find(id);
    }

    Optional<Permit> find(UUID id) {
        return jdbc.sql(ROWS + " where p.id = :id")
                .param("id", id)
                .query((row, n) -> permit(row))
                .optional();
    }

    Optional<Permit> findNumber(String number) {
        return jdbc.sql(ROWS + " where p.number = :number")
                .param("number", number)
                .query((row, n) -> permit(row))
                .optional();
    }

    Optional<Permit> findCase(UUID caseId) {
        return jdbc.sql(ROWS + " where p.case_id = :id")
                .param("id", caseId)
                .query((row, n) -> permit(row))
                .optional();
    }

    List<Permit> next(UUID id) {
        return jdbc.sql(ROWS + " where p.version_of = :id order by p.changed_at")
                .param("id", id)
                .query((row, n) -> permit(row))
                .list();
    }

    /** @param text as {@link PermitSearch#like} gives it; the last changed first */
    List<Permit> list(String text, int most) {
        return jdbc.sql(ROWS + " where p.searched like :text escape '!' order by p.changed_at desc, p.id"
                        + " fetch first :rowCount rows only")
                .param("text", text)
                .param("rowCount", most)
                .query((row, n) -> permit(row))
                .list();
    }

    /** Those of a holder with an account, or of a holder that is no person; what may be shared with another case of theirs. */
    List<Permit> listHeld(String matter, String holderKind, String holder) {
        return jdbc.sql(ROWS + " where p.matter = :matter and p.holder_kind = :kind and p.holder = :holder"
                        + " order by p.issued_on desc, p.number desc")
                .param("matter", matter)
                .param("kind", holderKind)
                .param("holder", holder)
                .query((row, n) -> permit(row))
                .list();
    }

    /** Those that are valid and whose end comes no later than a day, the first to end before the others. */
    List<UUID> listEnding(LocalDate day) {
        return jdbc.sql("select id from permit where state = 'VALID' and valid_until <= :day order by valid_until, id")
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    String content(UUID id) {
        return jdbc.sql("select content from permit where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    List<Permit.Event> listEvents(UUID id) {
        return jdbc.sql("select * from permit_act where permit = :id order by number desc")
                .param("id", id)
                .query((row, n) -> new Permit.Event(
                        row.getInt("number"),
                        Permit.Act.valueOf(row.getString("act")),
                        row.getString("actor"),
                        DbTime.read(row, "at"),
                        row.getString("ground"),
                        row.getString("words")))
                .list();
    }

    private static Permit permit(ResultSet row) throws SQLException {
        return new Permit(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("matter"),
                row.getString("matter_hash"),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("project"),
                row.getString("holder_kind"),
                row.getString("holder"),
                row.getString("holder_account"),
                row.getString("division"),
                new Area(row.getLong("area")),
                row.getString("site"),
                row.getString("site_hash"),
                row.getString("hash"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Permit.State.valueOf(row.getString("state")),
                CaseFile.Origin.valueOf(row.getString("origin")),
                row.getObject("version_of", UUID.class),
                row.getObject("next_version", UUID.class),
                row.getString("issued_by"),
                row.getString("paper"),
                row.getBoolean("invented"),
                DbTime.read(row, "changed_at"));
    }
}
