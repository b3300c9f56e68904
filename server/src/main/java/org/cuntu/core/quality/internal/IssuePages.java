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

    /** The first ones, in order. */
    void first(int atMost, Consumer<LayerIssue> each) {
        long after = 0;
        int left = atMost;
        while (left > 0) {
            List<LayerIssue> page = store.list(run, QualityStore.Filter.ALL, after, Math.min(PAGE, left));
            page.forEach(each);
            if (page.size() < Math.min(PAGE, left)) return;
            left -= page.size();
            after = page.getLast().number();
        }
    }
}
