package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which division a review or a batch lies and how it is classified, {@code review_reach} and {@code batch_reach}. A review
 * lies in the smallest division that holds all its ground, by the townships of its own baseline; where they do not say it,
 * in the whole city. It is classified as the highest layer that it was made of. A batch lies where its maker's roles hold.
 */
@Component
class ReviewReaches {
    private static final String TOWNSHIPS = "XZQ";
    private static final String CODE = "XZQDM";
    private static final int[] DIGITS = {12, 9, 6, 4};
    /** What is apportioned to nothing only touches. */
    private static final double LEAST = 0.005;

    private final JdbcClient jdbc;
    private final LayerRegister register;
    private final SnapshotStore store;
    private final CurrentUser current;
    private final String city;

    ReviewReaches(
            JdbcClient jdbc, LayerRegister register, SnapshotStore store, CurrentUser current, CityFolder folder) {
        this.jdbc = jdbc;
        this.register = register;
        this.store = store;
        this.current = current;
        this.city = Reach.significant(folder.code());
    }

    /** In the transaction that keeps the review. */
    void add(StoredReview review) {
        StoredInput input = StoredInput.of(review);
        jdbc.sql("insert into review_reach (review, division, classification) values (:id, :division, :classification)")
                .param("id", review.id())
                .param("division", division(input))
                .param("classification", classification(input.hashes()))
                .update();
    }

    /** In the transaction that keeps the batch. */
    void add(String batch, Baseline baseline) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Baseline.Layer layer : baseline.layers())
            if (layer.snapshot() != null)
                hashes.put(layer.entry().code(), layer.snapshot().hash());
        List<String> own = current.reach("conformity:batch:create").parts().stream()
                .map(part -> part.division().isEmpty() ? city : part.division())
                .toList();
        jdbc.sql("insert into batch_reach (batch, division, classification) values (:id, :division, :classification)")
                .param("id", batch)
                .param("division", common(own))
                .param("classification", classification(hashes))
                .update();
    }

    /** Reviews of an earlier version's home that have none yet. */
    List<String> listMissing() {
        return jdbc.sql("select id from review where id not in (select review from review_reach) order by id")
                .query(String.class)
                .list();
    }

    private int classification(Map<String, String> hashes) {
        return hashes.keySet().stream()
                .map(register::findLayer)
                .flatMap(Optional::stream)
                .mapToInt(LayerEntry::classification)
                .max()
                .orElse(1);
    }

    private String division(StoredInput input) {
        String hash = input.hashes().get(TOWNSHIPS);
        if (hash == null || !store.contains(hash)) return city;
        try (SnapshotStore.Lease lease = store.open(hash)) {
            int field = lease.snapshot().schema().indexOf(CODE);
            return field < 0 ? city : common(townships(input, lease.snapshot(), field));
        } catch (SnapshotStore.MissingSnapshot e) {
            return city;
        }
    }

    private static List<String> townships(StoredInput input, Snapshot townships, int field) {
        Map<Integer, Double> found = new HashMap<>();
        for (var plot : input.plots()) {
            Geometry shape = plot.shape().toGeodetic().geometry();
            for (Piece piece : SiteOverlay.cut(Site.of(shape), townships).pieces())
                found.merge(piece.feature(), piece.integral(), Double::sum);
        }
        List<String> codes = new ArrayList<>();
        found.forEach((feature, integral) -> {
            if (integral >= LEAST) codes.add(String.valueOf(townships.value(feature, field)));
        });
        return codes;
    }

    /** The smallest division in which all of them lie. */
    private String common(List<String> codes) {
        if (codes.isEmpty()) return city;
        String first = codes.getFirst();
        for (int digits : DIGITS) {
            if (first.length() < digits) continue;
            String prefix = first.substring(0, digits);
            if (prefix.startsWith(city) && codes.stream().allMatch(code -> code.startsWith(prefix))) return prefix;
        }
        return city;
    }
}
