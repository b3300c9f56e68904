package org.cuntu.platform.audit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.audit.Proven;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.ProofPaper;
import org.cuntu.platform.proof.SignedHead;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DbProofSearch implements ProofSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final EntryRows rows;
    private final ProofLog proof;
    private final Heads heads;
    private final Receipts receipts;
    private final Sequencer sequencer;
    private final WitnessRounds witnesses;
    private final TreeGrowth growth;

    DbProofSearch(
            JdbcClient jdbc,
            EntryRows rows,
            ProofLog proof,
            Heads heads,
            Receipts receipts,
            Sequencer sequencer,
            WitnessRounds witnesses,
            TreeGrowth growth) {
        this.sequencer = sequencer;
        this.witnesses = witnesses;
        this.growth = growth;
        this.jdbc = jdbc;
        this.rows = rows;
        this.proof = proof;
        this.heads = heads;
        this.receipts = receipts;
    }

    /** A condition with the values of its names. */
    record Where(String sql, Map<String, Object> params) {
        static Where of(ProofQuery query) {
            List<String> all = new ArrayList<>(List.of("1 = 1"));
            Map<String, Object> params = new HashMap<>();
            add(all, params, "actor = :person", "person", query.person());
            String act = query.act();
            if (act != null && act.endsWith("*"))
                add(all, params, "act like :act escape '!'", "act", literal(act.substring(0, act.length() - 1)) + "%");
            else add(all, params, "act = :act", "act", act);
            add(all, params, "object like :object escape '!'", "object", contains(query.object()));
            String personal = "id in (select entry from proof_personal where content like :";
            add(all, params, personal + "typed escape '!')", "typed", contains(query.typed()));
            String about = query.about();
            if (about != null) {
                all.add("(object = :about or object like :aboutFirst escape '!' or " + personal
                        + "aboutValue escape '!'))");
                params.put("about", about);
                params.put("aboutFirst", literal(about) + " %");
                params.put("aboutValue", contains(about));
            }
            add(all, params, "at >= :from", "from", DbTime.of(query.from()));
            add(all, params, "at < :to", "to", DbTime.of(query.to()));
            Box box = query.box();
            if (box != null) {
                all.add("west <= :east and east >= :west and south <= :north and north >= :south");
                params.putAll(
                        Map.of("west", box.west(), "south", box.south(), "east", box.east(), "north", box.north()));
            }
            return new Where(String.join(" and ", all), params);
        }

        private static void add(
                List<String> all, Map<String, Object> params, String sql, String name, @Nullable Object value) {
            if (value == null) return;
            all.add(sql);
            params.put(name, value);
        }

        private static @Nullable String contains(@Nullable String text) {
            return text == null ? null : "%" + literal(text) + "%";
        }

        private static String literal(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }

    @Override
    public List<ProofEntry> find(ProofQuery query, @Nullable Place before, int limit) {
        Where where = Where.of(query);
        Map<String, Object> params = new HashMap<>(where.params());
        String sql = where.sql();
        if (before != null) {
            sql += " and (at < :beforeAt or at = :beforeAt and id < :beforeId)";
            params.put("beforeAt", DbTime.of(before.at()));
            params.put("beforeId", UUID.fromString(before.id()));
        }
        params.put("limit", limit);
        return rows.withPersonal(
                jdbc.sql(EntryRows.SELECT + "where " + sql + " order by at desc, id desc fetch first :limit rows only")
                        .params(params)
                        .query(EntryRows::entry)
                        .list());
    }

    @Override
    public Optional<ProofEntry> find(long number) {
        return rows
                .withPersonal(jdbc.sql(EntryRows.SELECT + "where idx = :idx")
                        .param("idx", number)
                        .query(EntryRows::entry)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Standing standing() {
        List<String> alarms = new ArrayList<>();
        sequencer.why().ifPresent(alarms::add);
        witnesses.why().ifPresent(alarms::add);
        return new Standing(growth.waiting(), growth.oldestWaiting(), List.copyOf(alarms));
    }

    @Override
    public List<Count> countByActor(ProofQuery query) {
        Where where = Where.of(query);
        return jdbc.sql("select actor, count(*) as acts from proof_entry where " + where.sql()
                        + " group by actor order by acts desc, actor")
                .params(where.params())
                .query((row, n) -> new Count(row.getString("actor"), row.getLong("acts")))
                .list();
    }

    @Override
    public Optional<ProofPaper> paper(String leaf, @Nullable String canonical) {
        return proof.await(leaf, PATIENCE).map(proven -> paper(proven, canonical));
    }

    private ProofPaper paper(Proven proven, @Nullable String canonical) {
        ProofEntry entry = proven.entry();
        Long number = entry.index();
        return new ProofPaper(
                number == null ? -1 : number,
                entry.hash(),
                entry.leaf(),
                entry.body(),
                canonical,
                proven.inclusion(),
                proven.head(),
                proven.key(),
                seen(proven.head()));
    }

    /** What witnesses hold of the head's epoch, with the way from there to the head. */
    private List<ProofPaper.Seen> seen(SignedHead head) {
        List<ProofPaper.Seen> seen = new ArrayList<>();
        for (long total : receipts.totals(head.head().start(), head.head().total())) {
            Optional<SignedHead> earlier = heads.find(total);
            Optional<ConsistencyProof> way =
                    proof.consistency(total, head.head().total());
            if (earlier.isPresent() && way.isPresent()) seen.add(new ProofPaper.Seen(earlier.get(), way.get()));
        }
        return seen;
    }
}
