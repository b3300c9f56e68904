package org.cuntu.business.planning.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** In which counties ground lies, by the townships in force. */
final class Counties {
    static final String TOWNSHIPS = "XZQ";
    static final String FIELD = "XZQDM";
    static final int DIGITS = 6;

    private final @Nullable Snapshot townships;

    private Counties(@Nullable Snapshot townships) {
        this.townships = townships;
    }

    static Counties of(LineVersions.Open versions) {
        Optional<Snapshot> found =
                versions.find(TOWNSHIPS).filter(each -> each.schema().indexOf(FIELD) >= 0);
        return new Counties(found.orElse(null));
    }

    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(townships);
    }

    /** F of ground by county, m²; what lies in none has the code "". The parts add up to F of the whole. */
    Map<String, Double> split(Geometry ground) {
        Map<String, Double> parts = new TreeMap<>();
        if (ground.isEmpty()) return parts;
        Site site = Site.of(ground);
        double left = site.integral();
        if (townships != null)
            for (Piece piece : SiteOverlay.pieces(site, townships)) {
                if (piece.integral() < GroundShapes.TOUCH) continue;
                parts.merge(county(townships, piece.feature()), piece.integral(), Double::sum);
                left -= piece.integral();
            }
        if (left >= GroundShapes.TOUCH || parts.isEmpty()) parts.merge("", left, Double::sum);
        return parts;
    }

    /** The county that most of it lies in; "" for none. */
    String most(Geometry ground) {
        return split(ground).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The county that a point lies in; "" for none. */
    String at(org.locationtech.jts.geom.Point point) {
        if (townships == null) return "";
        for (int feature : townships.find(point.getX(), point.getY(), point.getX(), point.getY()))
            if (townships.geometry(feature).covers(point)) return county(townships, feature);
        return "";
    }

    private static String county(Snapshot townships, int feature) {
        String code = String.valueOf(townships.value(feature, FIELD));
        return code.length() > DIGITS ? code.substring(0, DIGITS) : code;
    }
}
