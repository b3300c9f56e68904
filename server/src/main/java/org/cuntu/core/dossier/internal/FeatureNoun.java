package org.cuntu.core.dossier.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerRegister.SearchBy;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.springframework.stereotype.Component;

/** Features of the layers in force at T as known at K: places, plots, rights, lines; by name, by group and by number. */
@Component
class FeatureNoun implements SearchNoun {
    static final String NOUN = "feature";

    private static final int CANDIDATES = 4_000;
    private static final int SHORTEST_NUMBER = 3;

    private final Baselines baselines;
    private final LayerRegister register;
    private final SnapshotStore store;
    private final SearchIndex index;
    private final NumberIndexes numbers;
    private final FeatureHits hits;
    /** Scopes that were seen filled; they stay so. */
    private final Set<String> filled = ConcurrentHashMap.newKeySet();

    FeatureNoun(
            Baselines baselines,
            LayerRegister register,
            SnapshotStore store,
            SearchIndex index,
            NumberIndexes numbers,
            FeatureHits hits) {
        this.baselines = baselines;
        this.register = register;
        this.store = store;
        this.index = index;
        this.numbers = numbers;
        this.hits = hits;
    }

    /** Of a snapshot in the token table: the beginning of its hash. */
    static String scope(String hash) {
        return hash.substring(0, 16);
    }

    @Override
    public String noun() {
        return NOUN;
    }

    @Override
    public String permission() {
        return "onemap:feature:read";
    }

    @Override
    public SearchFound find(Asked asked) {
        LocalDate at = asked.asOf() == null ? null : LocalDate.parse(asked.asOf());
        try (OpenBaseline open = new OpenBaseline(baselines.resolve(at, asked.known()), store)) {
            Map<String, Baseline.Layer> byScope = new HashMap<>();
            List<String> filling = new ArrayList<>();
            for (Baseline.Layer layer : open.baseline().layers()) {
                if (!Seeing.may(asked.user(), layer.entry()) || layer.snapshot() == null) continue;
                String scope = scope(layer.snapshot().hash());
                byScope.put(scope, layer);
                if (FeatureNames.isNamed(register, layer.entry().code()) && !isFilled(scope))
                    filling.add(layer.entry().code());
            }
            List<FeatureHits.Found> found = new ArrayList<>(byName(asked.text(), byScope, open));
            for (Baseline.Layer layer : byScope.values()) found.addAll(byNumber(asked, layer, open));
            return answer(asked, found, open, filling);
        }
    }

    private boolean isFilled(String scope) {
        return filled.contains(scope) || index.isFilled(NOUN, scope) && filled.add(scope);
    }

    private SearchFound answer(Asked asked, List<FeatureHits.Found> found, OpenBaseline open, List<String> filling) {
        found.sort(Comparator.comparingInt(FeatureHits.Found::score)
                .reversed()
                .thenComparing(FeatureHits.Found::layer)
                .thenComparing(FeatureHits.Found::id));
        Set<String> seen = new HashSet<>();
        List<SearchHit> shown = new ArrayList<>();
        boolean more = false;
        for (FeatureHits.Found one : found) {
            if (!seen.add(one.layer() + " " + one.id())) continue;
            more = shown.size() == asked.limit();
            if (more) break;
            shown.add(hits.of(one, open));
        }
        return new SearchFound(shown, more, filling);
    }

    private List<FeatureHits.Found> byName(SearchText text, Map<String, Baseline.Layer> byScope, OpenBaseline open) {
        List<FeatureHits.Found> found = new ArrayList<>();
        for (SearchIndex.Candidate candidate : index.find(text, NOUN, byScope.keySet(), CANDIDATES)) {
            String layer = byScope.get(candidate.scope()).entry().code();
            Snapshot snapshot = open.find(layer).orElse(null);
            if (snapshot == null) continue;
            int score = score(text, layer, snapshot, candidate.id());
            if (score > 0) found.add(new FeatureHits.Found(layer, candidate.id(), score + rank(layer)));
        }
        return found;
    }

    private int score(SearchText text, String layer, Snapshot snapshot, String id) {
        int group = id.indexOf('=');
        if (group > 0) return text.score(id.substring(group + 1)) + 1;
        int best = 0;
        for (Map.Entry<String, SearchBy> field : register.searchFields(layer).entrySet())
            if (field.getValue() == SearchBy.NAME) {
                var values = FeatureWords.of(snapshot, Integer.parseInt(id));
                best = Math.max(best, text.score(FeatureWords.text(values, field.getKey())));
            }
        return best;
    }

    /** Of namesakes the larger division first. */
    private static int rank(String layer) {
        return switch (layer) {
            case Divisions.TOWNSHIPS -> 60;
            case Divisions.VILLAGES -> 40;
            default -> 0;
        };
    }

    private List<FeatureHits.Found> byNumber(Asked asked, Baseline.Layer layer, OpenBaseline open) {
        String prefix = asked.text().plain();
        Snapshot snapshot = open.find(layer.entry().code()).orElse(null);
        boolean isNumber = prefix.length() >= SHORTEST_NUMBER && prefix.chars().anyMatch(Character::isDigit);
        if (snapshot == null || !isNumber) return List.of();
        List<FeatureHits.Found> found = new ArrayList<>();
        String code = layer.entry().code();
        for (Map.Entry<String, SearchBy> field : register.searchFields(code).entrySet()) {
            if (field.getValue() != SearchBy.NUMBER) continue;
            NumberIndex index = numbers.of(snapshot, field.getKey());
            List<Integer> inOrder = index.find(snapshot, prefix, asked.limit() + 1);
            for (int place = 0; place < inOrder.size(); place++) {
                int feature = inOrder.get(place);
                String value = SearchText.plain(FeatureWords.text(FeatureWords.of(snapshot, feature), field.getKey()));
                int score = value.equals(prefix) ? SearchText.EXACT : 700 - Math.min(90, value.length());
                found.add(new FeatureHits.Found(code, String.valueOf(feature), score + rank(code) - place));
            }
        }
        return found;
    }
}
