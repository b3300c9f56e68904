package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.onemap.SnapshotReleased;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * After a layer or line has changed, or the rules: reviews the open and the approved cases anew, and tells whoever has or made one whose
 * answer is another, by how much. Asked for in the releasing transaction, or by {@link CaseGroundWatch}; one transaction a case, and an
 * answer that was told is not told again.
 */
@Component
class CaseDriftTask implements TaskKind {
    static final String KIND = "cases.drift";

    private final JdbcClient jdbc;
    private final CaseTable cases;
    private final CaseTexts texts;
    private final CaseTaskTable tasks;
    private final RemarkTable remarks;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CaseMoves moves;
    private final CaseTelling telling;
    private final Reviews reviews;
    private final CaseGroundWatch watch;
    private final ObjectProvider<Tasks> work;
    private final CityClock clock;

    CaseDriftTask(
            JdbcClient jdbc,
            CaseTable cases,
            CaseTexts texts,
            CaseTaskTable tasks,
            RemarkTable remarks,
            CaseReading reading,
            CaseTransaction transaction,
            CaseMoves moves,
            CaseTelling telling,
            Reviews reviews,
            CaseGroundWatch watch,
            ObjectProvider<Tasks> work,
            CityClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.texts = texts;
        this.tasks = tasks;
        this.remarks = remarks;
        this.reading = reading;
        this.transaction = transaction;
        this.moves = moves;
        this.telling = telling;
        this.reviews = reviews;
        this.watch = watch;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void released(SnapshotReleased released) {
        watch.released(released.layer(), released.hash());
        if (!listReviewed().isEmpty())
            work.getObject().submit(KIND, Map.of("cause", released.layer(), "hash", released.hash()));
    }

    private List<UUID> listReviewed() {
        return jdbc.sql("""
                select id from case_file where review is not null and review_site = site_hash
                and state in ('IN_REVIEW', 'APPROVED', 'ISSUED') order by id""").query(UUID.class).list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        String cause = context.params().get("cause");
        List<UUID> reviewed = listReviewed();
        int changed = 0;
        for (int i = 0; i < reviewed.size(); i++) {
            context.progress(i, reviewed.size(), "cases");
            if (look(reviewed.get(i), cause)) changed++;
        }
        return TaskResult.of(Map.of("cases", reviewed.size(), "changed", changed));
    }

    /** What a review says, without what does not decide: layers with their areas, findings with their verdicts. */
    private record Said(String conclusion, Map<String, String> layers, Map<String, String> findings) {
        static Said of(ReviewResult result) {
            Map<String, String> layers = new TreeMap<>();
            for (LayerResult layer : result.layers())
                if (layer.isAnswered())
                    layers.put(layer.entry().code(), layer.area().toString());
            Map<String, String> findings = new TreeMap<>();
            for (Finding finding : result.findings())
                findings.put(finding.rule().id(), finding.verdict() + " " + finding.area());
            return new Said(result.conclusion().name(), layers, findings);
        }
    }

    private boolean look(UUID id, String cause) {
        CaseRow row = cases.find(id).orElse(null);
        if (row == null || row.review() == null) return false;
        Matter matter = reading.matter(row);
        MatterReview review = matter.review();
        String site = texts.site(id, row.siteHash());
        StoredReview stored = reviews.find(row.review().id()).orElse(null);
        if (review == null || site == null || stored == null) return false;
        ReviewRequest request = CaseSite.read(site).request(row, review, reading.form(row));
        Said after = reviews.review(request, Said::of);
        Said before;
        try {
            before = reviews.whatIf(stored, "", "", Said::of);
        } catch (IllegalStateException e) {
            return false; // its rules are not kept
        }
        List<Map<String, Object>> changes = new ArrayList<>();
        changes("layer", before.layers(), after.layers(), changes);
        changes("rule", before.findings(), after.findings(), changes);
        boolean told = !remarks.listDrifts(id).isEmpty();
        if (changes.isEmpty() && !told) return false;
        String text = JsonMapper.shared().writeValueAsString(changes);
        String hash = CaseTexts.sha256(after.conclusion() + text);
        RemarkTable.Drift drift =
                new RemarkTable.Drift(cause, before.conclusion(), after.conclusion(), text, hash, clock.now());
        boolean[] written = new boolean[1];
        transaction.within(id, held -> written[0] = write(held, drift, changes));
        return written[0];
    }

    private static void changes(
            String what, Map<String, String> before, Map<String, String> after, List<Map<String, Object>> changes) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String each : all) {
            String one = before.getOrDefault(each, "");
            String other = after.getOrDefault(each, "");
            if (one.equals(other)) continue;
            Map<String, Object> change = new LinkedHashMap<>();
            change.put(what, each);
            change.put("before", one);
            change.put("after", other);
            if (what.equals("layer") && !one.isEmpty() && !other.isEmpty())
                change.put("by", Area.parse(other).minus(Area.parse(one)).toString());
            changes.add(change);
        }
    }

    private boolean write(CaseRow row, RemarkTable.Drift drift, List<Map<String, Object>> changes) {
        if (!remarks.drift(row.id(), drift)) return false;
        moves.note(
                row,
                row.state(),
                CaseMoves.Done.of("DRIFTED", "drift").at(drift.cause()).naming(drift.hash()));
        Set<String> told = new TreeSet<>(Set.of(row.times().createdBy()));
        if (row.applicant().account() != null) told.add(row.applicant().account());
        for (CaseTaskTable.Row task : tasks.listOpen(row.id()))
            if (task.task().holder() != null) told.add(task.task().holder());
        told.addAll(remarks.listFollowers(row.id()));
        String by = by(changes);
        telling.tell(
                told,
                row,
                "drift",
                "drift " + drift.hash() + " " + drift.at(),
                "办件 {case} 的合规性审查结果因 " + drift.cause() + " 变化：" + drift.before() + " → " + drift.after() + by + "。",
                "The review of case {case} is another since " + drift.cause() + " changed: "
                        + drift.before().toLowerCase(Locale.ROOT) + " → "
                        + drift.after().toLowerCase(Locale.ROOT) + by + ".");
        return true;
    }

    /** By how much, of the first layer that changed; else what the first rule said and says. */
    private static String by(List<Map<String, Object>> changes) {
        for (Map<String, Object> change : changes)
            if (change.get("by") != null) return " (" + change.get("layer") + " " + change.get("by") + " m²)";
        for (Map<String, Object> change : changes)
            if (change.get("rule") != null)
                return " (" + change.get("rule") + " " + said(change.get("before")) + " → " + said(change.get("after"))
                        + ")";
        return "";
    }

    private static String said(@Nullable Object verdict) {
        String text = String.valueOf(verdict);
        return text.isEmpty() ? "–" : text + " m²";
    }
}
