package org.cuntu.engine.format;

import java.util.Optional;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/** What a file declares and what the user stated become one system, or a problem; coordinates alone never decide. */
final class CrsDecision {
    private CrsDecision() {}

    /**
     * @param declared by the file; null when it declares none
     * @return null, with a problem added, when the system stays open or both disagree
     */
    static @Nullable Crs decide(@Nullable Crs declared, @Nullable Crs stated, Place place, Findings findings) {
        if (declared == null && stated == null) {
            findings.add(Problem.refused("format.crs-unknown", place, "hint", "-"));
            return null;
        }
        if (declared != null && stated != null && !agree(declared, stated)) {
            findings.add(Problem.refused("format.crs-contradicts", place, "stated", stated, "found", declared));
            return null;
        }
        Crs crs = stated == null ? declared : stated;
        if (Crs.WGS84.equals(declared)) findings.add(Problem.warning("format.wgs84", place));
        return crs;
    }

    /**
     * As {@link #decide}, from what a file says in words.
     *
     * @param name {@code EPSG:4490} or the like; null when it says none
     * @param wkt well-known text; null when it says none
     */
    static @Nullable Crs declared(
            @Nullable String name, @Nullable String wkt, @Nullable Crs stated, Place place, Findings findings) {
        Optional<Crs> known = Optional.ofNullable(name)
                .flatMap(Crs::find)
                .or(() -> Optional.ofNullable(wkt).flatMap(Wkt::crs));
        if (known.isEmpty() && (name != null || wkt != null)) {
            String shown = wkt == null || wkt.isBlank() ? name : Wkt.name(wkt);
            findings.add(Problem.refused("format.crs-unsupported", place, "name", shown));
            return null;
        }
        return decide(known.orElse(null), stated, place, findings);
    }

    private static boolean agree(Crs declared, Crs stated) {
        return declared.equals(stated) || (declared.isGeographic() && stated.isGeographic());
    }
}
