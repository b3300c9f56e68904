package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.cuntu.core.quality.LayerIssue;

/** The kept issues of a run, page by page. */
final class IssuePages {
    private static final int PAGE = 1000;

    private final QualityStore store;
    private final UUID run;

    IssuePages(QualityStore store, UUID run) {
        this.store = store;
        this.run = run;
    }

    /** The first ones, in the order of their numbers. */
    void first(int atMost, Consumer<LayerIssue> each) {
        first(QualityStore.Filter.ALL, atMost, each);
    }

    /** The first ones, those that refuse before those that warn. */
    void firstBySeverity(int atMost, Consumer<LayerIssue> each) {
        int left = atMost;
        for (LayerIssue.Severity severity : LayerIssue.Severity.values())
            left -= first(new QualityStore.Filter(null, null, severity), left, each);
    }

    private int first(QualityStore.Filter filter, int atMost, Consumer<LayerIssue> each) {
        long after = 0;
        int left = atMost;
        while (left > 0) {
            List<LayerIssue> page = store.list(run, filter, after, Math.min(PAGE, left));
            page.forEach(each);
            boolean isLast = page.size() < Math.min(PAGE, left);
            left -= page.size();
            if (isLast) break;
            after = page.getLast().number();
        }
        return atMost - left;
    }
}
