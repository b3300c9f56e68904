package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees that the ground of reviews has changed without anybody releasing anything: a rule, or a version of a layer or line, began or ended
 * by its day, or the city's folder says otherwise since the last start. Then cases are looked at anew ({@link CaseDriftTask}), once.
 */
@Component
public class CaseGroundWatch {
    private static final String RULE = "rule ";
    private static final String LAYER = "layer ";
    /** What rules stand on besides their own text: settings, documents, the conversion matrix. */
    private static final String LAW = "law";
    /** As long as a cause may be. */
    private static final int LONGEST = 200;

    private final RuleBook rules;
    private final Baselines baselines;
    private final CaseGroundTable seen;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Tasks> work;
    private final CityClock clock;

    CaseGroundWatch(
            RuleBook rules,
            Baselines baselines,
            CaseGroundTable seen,
            TransactionTemplate transaction,
            ObjectProvider<Tasks> work,
            CityClock clock) {
        this.rules = rules;
        this.baselines = baselines;
        this.seen = seen;
        this.transaction = transaction;
        this.work = work;
        this.clock = clock;
    }

    /** One look; the first one of a home only remembers. */
    public void look() {
        Map<String, String> now = now(clock.today());
        if (now.equals(seen.list())) return;
        transaction.executeWithoutResult(status -> {
            seen.lock();
            Map<String, String> before = seen.list();
            Set<String> changed = new TreeSet<>();
            Set<String> all = new TreeSet<>(now.keySet());
            all.addAll(before.keySet());
            for (String each : all) if (!String.valueOf(now.get(each)).equals(before.get(each))) changed.add(each);
            if (changed.isEmpty()) return;
            for (String each : changed) {
                String version = now.get(each);
                if (version == null) seen.remove(each);
                else seen.set(each, version, clock.now());
            }
            if (!before.isEmpty()) work.getObject().submit(CaseDriftTask.KIND, Map.of("cause", cause(changed)));
        });
    }

    /** What was released just now has been asked for already. Called in the releasing transaction. */
    void released(String layer, String hash) {
        seen.lock();
        if (!seen.list().isEmpty()) seen.set(LAYER + layer, hash, clock.now());
    }

    private Map<String, String> now(LocalDate today) {
        Map<String, String> now = new TreeMap<>();
        RuleSet set = rules.inForce(today, null);
        for (Rule rule : set.rules()) now.put(RULE + rule.id(), String.valueOf(rule.version()));
        now.put(LAW, set.hash());
        for (Baseline.Layer layer : baselines.resolve(today, null).layers())
            if (layer.snapshot() != null)
                now.put(LAYER + layer.entry().code(), layer.snapshot().hash());
        return now;
    }

    /** The rules and layers by their ids; where they are many, as many as there is room for. */
    private static String cause(Set<String> changed) {
        Set<String> named = new TreeSet<>();
        for (String each : changed) if (!each.equals(LAW)) named.add(each.substring(each.indexOf(' ') + 1));
        String cause = named.isEmpty() ? "settings" : String.join(", ", named);
        return cause.length() <= LONGEST ? cause : cause.substring(0, LONGEST - 1) + "…";
    }
}
