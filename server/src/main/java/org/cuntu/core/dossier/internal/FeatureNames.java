package org.cuntu.core.dossier.internal;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerRegister.SearchBy;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotReleased;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts the names of released snapshots into the token table, one snapshot a transaction, on a thread of its own: at the start
 * what is missing, older homes too, and then each release. A snapshot that is filled is left alone.
 */
@Component
@ConditionalOnWebApplication
class FeatureNames {
    /** A layer of more names than this is found by its numbers alone. */
    static final int MOST_NAMES = 200_000;

    private static final Logger log = LoggerFactory.getLogger(FeatureNames.class);

    private final LayerRegister register;
    private final Releases releases;
    private final SnapshotStore store;
    private final SearchIndex index;
    private final NumberIndexes numbers;
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("search-fill").daemon().factory());

    FeatureNames(
            LayerRegister register, Releases releases, SnapshotStore store, SearchIndex index, NumberIndexes numbers) {
        this.register = register;
        this.releases = releases;
        this.store = store;
        this.index = index;
        this.numbers = numbers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        for (LayerEntry layer : register.listLayers())
            for (ReleaseEntry entry : releases.listReleases(layer.code()).reversed())
                if (entry.hash() != null) later(layer.code(), entry.hash());
    }

    @TransactionalEventListener
    void released(SnapshotReleased released) {
        later(released.layer(), released.hash());
    }

    private void later(String layer, String hash) {
        if (register.searchFields(layer).isEmpty() || work.isShutdown()) return;
        work.execute(() -> {
            try {
                fill(layer, hash);
            } catch (RuntimeException e) {
                log.warn("the names of layer {} are not searchable yet; the next start tries again", layer, e);
            }
        });
    }

    /** Fills now what is not filled; also readies the numbers of the snapshot. */
    void fill(String layer, String hash) {
        if (!store.contains(hash)) return;
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            long start = System.nanoTime();
            long filled = isNamed(register, layer) && snapshot.size() <= MOST_NAMES
                    ? index.fill(FeatureNoun.NOUN, FeatureNoun.scope(hash), things(layer, snapshot))
                    : 0;
            for (Map.Entry<String, SearchBy> field :
                    register.searchFields(layer).entrySet())
                if (field.getValue() != SearchBy.NAME) numbers.of(snapshot, field.getKey());
            if (filled > 0 || snapshot.size() > MOST_NAMES)
                log.info("search: {} names of {} in {} ms", filled, layer, (System.nanoTime() - start) / 1_000_000);
        } catch (SnapshotStore.MissingSnapshot e) {
            log.warn("search: {}", e.getMessage());
        }
    }

    static boolean isNamed(LayerRegister register, String layer) {
        return register.searchFields(layer).values().stream().anyMatch(by -> by != SearchBy.NUMBER);
    }

    private Stream<SearchIndex.Named> things(String layer, Snapshot snapshot) {
        List<String> names = fields(layer, SearchBy.NAME);
        Stream<SearchIndex.Named> features = IntStream.range(0, snapshot.size())
                .mapToObj(i -> new SearchIndex.Named(String.valueOf(i), values(snapshot, i, names)))
                .filter(named -> !named.names().isEmpty());
        return Stream.concat(features, groups(layer, snapshot));
    }

    private Stream<SearchIndex.Named> groups(String layer, Snapshot snapshot) {
        Set<String> ids = new LinkedHashSet<>();
        for (String field : fields(layer, SearchBy.GROUP))
            for (int i = 0; i < snapshot.size(); i++)
                for (String value : values(snapshot, i, List.of(field))) ids.add(field + "=" + value);
        return ids.stream()
                .filter(id -> id.length() <= 100)
                .map(id -> new SearchIndex.Named(id, List.of(id.substring(id.indexOf('=') + 1))));
    }

    private List<String> fields(String layer, SearchBy by) {
        return register.searchFields(layer).entrySet().stream()
                .filter(field -> field.getValue() == by)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> values(Snapshot snapshot, int feature, List<String> fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            String value = FeatureWords.text(FeatureWords.of(snapshot, feature), field);
            if (!value.isEmpty()) values.add(value);
        }
        return values;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        work.shutdownNow();
        work.awaitTermination(5, TimeUnit.SECONDS);
    }
}
