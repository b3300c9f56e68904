package org.cuntu.business.survey.internal;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotReleased;
import org.cuntu.engine.layer.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts a survey when it is released, and at the start what is not counted yet, so that nobody waits for the first table. */
@Component
@ConditionalOnWebApplication
class SurveyWarmUp {
    private static final Logger log = LoggerFactory.getLogger(SurveyWarmUp.class);

    private final SurveyFile file;
    private final Releases releases;
    private final SnapshotStore store;
    private final Tallies tallies;
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("survey-count").daemon().factory());

    SurveyWarmUp(SurveyFile file, Releases releases, SnapshotStore store, Tallies tallies) {
        this.file = file;
        this.releases = releases;
        this.store = store;
        this.tallies = tallies;
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        for (SurveyLayer layer : file.layers())
            releases.listReleases(layer.layer()).reversed().stream()
                    .map(ReleaseEntry::hash)
                    .filter(hash -> hash != null)
                    .limit(2)
                    .forEach(hash -> later(layer, hash));
    }

    @TransactionalEventListener
    void released(SnapshotReleased released) {
        file.find(released.layer()).ifPresent(layer -> later(layer, released.hash()));
    }

    /** A survey that is measured by the villages waits until it is asked at a date. */
    private void later(SurveyLayer layer, String hash) {
        if (layer.divisionField() == null || work.isShutdown()) return;
        work.execute(() -> {
            try {
                if (store.contains(hash)) tallies.of(layer, hash, null);
            } catch (RuntimeException e) {
                log.warn("layer {} is counted when it is asked for", layer.layer(), e);
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        work.shutdownNow();
        work.awaitTermination(10, TimeUnit.SECONDS);
    }
}
