package org.cuntu.business.planning.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorPlans.Published;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Published versions of the list: what was said then stays as it was. */
@Component
class SectorLists {
    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient jdbc;
    private final LongTexts texts;
    private final ProofLog proof;
    private final CurrentUser current;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    SectorLists(
            JdbcClient jdbc, ProofLog proof, CurrentUser current, CityClock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
        this.proof = proof;
        this.current = current;
        this.clock = clock;
        this.transaction = transaction;
    }

    Published publish(int year, String words, List<SectorEntry> entries) {
        String said = words.strip();
        int now = clock.today().getYear();
        if (said.isEmpty() || said.length() > LONGEST_WORDS)
            throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        if (year < now - 1 || year > now + 1 || entries.isEmpty())
            throw LineCandidates.refused("planning.sector-year", "year", year);
        String text = JsonMapper.shared().writeValueAsString(entries);
        String hash = SectorPrints.sha256(text.getBytes(StandardCharsets.UTF_8));
        return transaction.execute(status -> {
            // one at a time: two at once would take the same number
            jdbc.sql("select id from planning_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
            int number = jdbc.sql("select coalesce(max(number), 0) + 1 from sector_list where list_year = :year")
                    .param("year", year)
                    .query(Integer.class)
                    .single();
            Instant at = clock.now();
            String by = current.get().id();
            jdbc.sql("""
                            insert into sector_list (list_year, number, published_at, published_by, words, entries, hash)
                            values (:year, :number, :at, :by, :words, :entries, :hash)""")
                    .param("year", year)
                    .param("number", number)
                    .param("at", DbTime.of(at))
                    .param("by", by)
                    .param("words", said)
                    .param("entries", entries.size())
                    .param("hash", hash)
                    .update();
            texts.put(id(year, number), text);
            proof.append(new ProofAct(by, "planning:sector:publish", year + " " + number, hash));
            return new Published(year, number, at, by, said, entries.size(), hash);
        });
    }

    private static String id(int year, int number) {
        return "sector-list/" + year + "/" + number;
    }

    List<Published> list() {
        return jdbc.sql("select * from sector_list order by list_year desc, number desc")
                .query((row, n) -> published(row))
                .list();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getInt("list_year"),
                row.getInt("number"),
                DbTime.read(row, "published_at"),
                row.getString("published_by"),
                row.getString("words"),
                row.getInt("entries"),
                row.getString("hash"));
    }

    List<SectorEntry> entries(int year, int number) {
        String text = texts.find(id(year, number))
                .orElseThrow(() -> ProblemAnswer.notFound("planning.sector-no-list", "year", year, "number", number));
        return List.of(JsonMapper.shared().readValue(text, SectorEntry[].class));
    }
}
