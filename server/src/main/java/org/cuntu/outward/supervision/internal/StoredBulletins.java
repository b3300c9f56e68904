package org.cuntu.outward.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.outward.supervision.Bulletin;
import org.cuntu.outward.supervision.Bulletins;
import org.cuntu.outward.supervision.ProcessFigures;
import org.cuntu.outward.supervision.ProcessSupervision;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins in the database, their figures in long texts. They are of the whole city: released and read by whoever reaches it. */
@Component
class StoredBulletins implements Bulletins {
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final LongTexts texts;
    private final ProcessSupervision supervision;
    private final SupervisionJson json;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CurrentUser current;
    private final CityClock clock;
    private final CityFolder city;
    private final TransactionTemplate transaction;

    StoredBulletins(
            JdbcClient jdbc,
            ProcessSupervision supervision,
            SupervisionJson json,
            ProofLog proof,
            CurrentActor actor,
            CurrentUser current,
            CityClock clock,
            CityFolder city,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
        this.supervision = supervision;
        this.json = json;
        this.proof = proof;
        this.actor = actor;
        this.current = current;
        this.clock = clock;
        this.city = city;
        this.transaction = transaction;
    }

    @Override
    public Bulletin release(YearMonth month, String words) {
        if (!month.atEndOfMonth().isBefore(clock.today()))
            throw new InputRefused(Problem.refused("supervision.month", Problem.Place.UNKNOWN, "month", month));
        if (words.length() > LONGEST)
            throw new InputRefused(Problem.refused("supervision.words", Problem.Place.UNKNOWN, "most", LONGEST));
        // the table of the whole city is no county's to release
        if (!reachesAll())
            throw new ProblemAnswer(403, Problem.refused("supervision.whole-city", Problem.Place.UNKNOWN));
        ProcessFigures figures = supervision.figures(ProcessFigures.By.SECTION, month.atDay(1), month.atEndOfMonth());
        String content = JsonMapper.shared().writeValueAsString(json.tree(figures));
        try {
            return transaction.execute(status -> keep(month, words, content));
        } catch (DuplicateKeyException e) {
            throw ProblemAnswer.conflict("supervision.released", "month", month);
        }
    }

    private Bulletin keep(YearMonth month, String words, String content) {
        UUID id = UUID.randomUUID();
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        String sha256 = sha256(month + "\n" + words + "\n" + content);
        String by = actor.id();
        jdbc.sql("""
                        insert into supervision_bulletin (id, month_of, words, sha256, released_by, released_at, leaf)
                        values (:id, :month, :words, :sha256, :by, :at, '')""")
                .param("id", id)
                .param("month", month.toString())
                .param("words", words)
                .param("sha256", sha256)
                .param("by", by)
                .param("at", DbTime.of(at))
                .update();
        texts.put("bulletin/" + id, content);
        String leaf = proof.append(new ProofAct(by, "supervision:bulletin:release", month.toString(), sha256));
        jdbc.sql("update supervision_bulletin set leaf = :leaf where id = :id")
                .param("leaf", leaf)
                .param("id", id)
                .update();
        return new Bulletin(id, month, words, content, sha256, by, at, leaf);
    }

    @Override
    public List<Bulletin> list() {
        if (!reachesAll()) return List.of();
        return jdbc.sql("select * from supervision_bulletin order by month_of desc")
                .query((row, n) -> bulletin(row, ""))
                .list();
    }

    @Override
    public Bulletin get(UUID id) {
        return jdbc.sql("select * from supervision_bulletin where id = :id")
                .param("id", id)
                .query((row, n) -> bulletin(row, texts.find("bulletin/" + id).orElseThrow()))
                .optional()
                .filter(found -> reachesAll())
                .orElseThrow(() -> ProblemAnswer.notFound("supervision.unknown-bulletin", "id", id));
    }

    private boolean reachesAll() {
        return current.reach(StoredSupervision.READ).sees(Reach.significant(city.code()), ReachSql.LEVEL);
    }

    private static Bulletin bulletin(ResultSet row, String content) throws SQLException {
        return new Bulletin(
                row.getObject("id", UUID.class),
                YearMonth.parse(row.getString("month_of")),
                row.getString("words"),
                content,
                row.getString("sha256"),
                row.getString("released_by"),
                DbTime.read(row, "released_at"),
                row.getString("leaf"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
