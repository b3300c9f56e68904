package org.cuntu.core.catalogue.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.Coverage;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.core.catalogue.Named;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/** Entries of the catalogue as the page and programs see them; areas are decimal strings in m², instants ISO in UTC. */
final class CatalogueJson {
    private CatalogueJson() {}

    record Unit(String id, String zh, String en) {}

    record InForce(
            String hash,
            String inForceFrom,
            @Nullable String inForceTo,
            String knownFrom,
            boolean invented,
            String source) {}

    record CountyFresh(
            String division,
            Freshness.State state,
            @Nullable String inForceFrom,
            @Nullable String dueOn) {}

    record Fresh(
            Freshness.State state,
            @Nullable String dueOn,
            @Nullable String staleFrom,
            List<CountyFresh> counties) {}

    record Scored(String run, double value, boolean passed, long refusing, long warnings, String at) {}

    record Ground(String ground, String covered, @Nullable List<CountyGround> counties) {}

    record CountyGround(String division, String ground, String covered) {}

    /** A line of the list. every: ISO 8601, or empty; core: weight in the core list, 0 when not in it. */
    record Line(
            String layer,
            String zh,
            String en,
            String group,
            String kind,
            Dimension geometry,
            int classification,
            boolean required,
            Unit unit,
            String resourceCode,
            String standard,
            Cycle cycle,
            String every,
            int core,
            CatalogueEntry.ShareKind share,
            boolean open,
            @Nullable InForce snapshot,
            @Nullable String reason,
            Fresh freshness,
            @Nullable Scored score,
            @Nullable Ground coverage,
            @Nullable Long features) {}

    record FieldView(String code, String zh, String en, String type) {}

    record Other(String layer, String zh, String en) {}

    /** An act on the layer's versions. */
    record Act(
            String id,
            ReleaseEntry.Act act,
            @Nullable String hash,
            @Nullable String inForceFrom,
            @Nullable String inForceTo,
            @Nullable String target,
            String knownFrom,
            long features,
            boolean invented,
            String source,
            String by,
            boolean inForce,
            boolean standing,
            boolean withdrawn,
            @Nullable Scored score) {}

    /** All of one entry; leaf: the proof log's receipt for having opened it. */
    record Whole(
            String asOf,
            @Nullable String known,
            Line entry,
            Named description,
            String provider,
            Named providerName,
            Named resourceGroup,
            List<String> formats,
            CatalogueEntry.Share shareDetail,
            CatalogueEntry.Open openDetail,
            @Nullable String freshnessPeriod,
            List<FieldView> fields,
            @Nullable String classScheme,
            List<Other> parents,
            List<Other> children,
            List<Other> related,
            List<Act> acts,
            String leaf) {}

    static Line line(CatalogueEntry entry, boolean withCounties) {
        CatalogueEntry.Metadata metadata = entry.metadata();
        return new Line(
                entry.layer().code(),
                entry.layer().zh(),
                entry.layer().en(),
                entry.layer().group(),
                entry.layer().schema().kind().name(),
                entry.layer().dimension(),
                entry.layer().classification(),
                entry.layer().required(),
                new Unit(
                        metadata.unit(),
                        metadata.unitName().zh(),
                        metadata.unitName().en()),
                metadata.resourceCode(),
                metadata.standard(),
                metadata.cycle(),
                metadata.every(),
                entry.core(),
                metadata.share().kind(),
                metadata.open().open(),
                inForce(entry.snapshot()),
                entry.reason() == null ? null : entry.reason().code(),
                fresh(entry.freshness()),
                scored(entry.score()),
                ground(entry.coverage(), withCounties),
                entry.features());
    }

    private static @Nullable InForce inForce(@Nullable SnapshotRef ref) {
        if (ref == null) return null;
        return new InForce(
                ref.hash(),
                ref.inForceFrom().toString(),
                text(ref.inForceTo()),
                ref.knownFrom().toString(),
                ref.invented(),
                ref.source());
    }

    private static Fresh fresh(Freshness freshness) {
        return new Fresh(
                freshness.state(),
                text(freshness.dueOn()),
                text(freshness.staleFrom()),
                freshness.counties().stream()
                        .map(county -> new CountyFresh(
                                county.division(), county.state(), text(county.inForceFrom()), text(county.dueOn())))
                        .toList());
    }

    private static @Nullable Scored scored(CatalogueEntry.@Nullable Score score) {
        if (score == null) return null;
        return new Scored(
                score.run().toString(),
                score.value(),
                score.passed(),
                score.refusing(),
                score.warnings(),
                score.at().toString());
    }

    private static @Nullable Ground ground(@Nullable Coverage coverage, boolean withCounties) {
        if (coverage == null) return null;
        List<CountyGround> counties = coverage.counties().stream()
                .map(part -> new CountyGround(
                        part.division(),
                        part.ground().toString(),
                        part.covered().toString()))
                .toList();
        return new Ground(coverage.ground().toString(), coverage.covered().toString(), withCounties ? counties : null);
    }

    static Act act(CatalogueEntry.Version version) {
        ReleaseEntry entry = version.entry();
        return new Act(
                entry.id().toString(),
                entry.act(),
                entry.hash(),
                text(entry.inForceFrom()),
                entry.inForceTo() == null ? text(version.inForceTo()) : text(entry.inForceTo()),
                text(entry.target()),
                entry.knownFrom().toString(),
                entry.features(),
                entry.invented(),
                entry.source(),
                entry.by(),
                version.inForce(),
                version.standing(),
                version.withdrawn(),
                scored(version.score()));
    }

    static List<FieldView> fields(CatalogueEntry entry) {
        return entry.layer().schema().fields().stream()
                .map(field -> new FieldView(
                        field.code(), field.zh(), field.en(), field.type().name()))
                .toList();
    }

    static List<Other> others(List<String> codes, Map<String, CatalogueEntry> all) {
        return codes.stream()
                .filter(all::containsKey)
                .map(code -> other(all.get(code)))
                .toList();
    }

    private static Other other(@Nullable CatalogueEntry entry) {
        if (entry == null) throw new IllegalStateException("no entry");
        return new Other(entry.layer().code(), entry.layer().zh(), entry.layer().en());
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
