package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.business.planning.Affected;
import org.cuntu.business.planning.IndicatorAnswer;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanScheme.Replaces;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.DocumentText;
import org.cuntu.platform.formats.SheetCells;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Reads a delivery and finds all that is to be said of it; nothing is written but files of snapshots. */
@Component
class PlanWork {
    private static final int STEPS = 5;

    private final PlanSchemes schemes;
    private final PlanRounds rounds;
    private final PlanTable plans;
    private final PlanMaps maps;
    private final PlanChecks checks;
    private final AffectedSearch affected;
    private final LineVersions versions;
    private final Files files;
    private final CityFolder city;
    private final CityClock clock;

    PlanWork(
            PlanSchemes schemes,
            PlanRounds rounds,
            PlanTable plans,
            PlanMaps maps,
            PlanChecks checks,
            AffectedSearch affected,
            LineVersions versions,
            Files files,
            CityFolder city,
            CityClock clock) {
        this.schemes = schemes;
        this.rounds = rounds;
        this.plans = plans;
        this.maps = maps;
        this.checks = checks;
        this.affected = affected;
        this.versions = versions;
        this.files = files;
        this.city = city;
        this.clock = clock;
    }

    record Made(List<PlanMap> maps, PlanFindings findings) {}

    /** Hears how far it is. */
    interface Watch {
        void at(int done, int total);
    }

    /** The day by which it is judged: of its approval when that is still to come, else today. */
    LocalDate day(PlanVersion version) {
        LocalDate today = clock.today();
        PlanVersion.Approval approval = version.approval();
        return approval == null || approval.inForceFrom().isBefore(today) ? today : approval.inForceFrom();
    }

    /** Whom it concerns as of now: reviews may have been kept since it was made. */
    Affected affected(PlanVersion version, Watch watch) throws IOException {
        LocalDate day = day(version);
        PlanScheme scheme = scheme(version, day);
        try (LineVersions.Open open = versions.open(day);
                LineVersions.Open own = versions.open(day)) {
            List<Given> given = rounds.listFiles(version.id(), version.round());
            Reading reading = new Reading(version, scheme, given, ground(version, day), open, own, watch);
            reading.readMaps();
            reading.change();
            return reading.concerned;
        }
    }

    private PlanScheme scheme(PlanVersion version, LocalDate day) {
        return schemes.findScheme(version.plan().kind(), day)
                .orElseThrow(() -> LineCandidates.refused(
                        "planning.unknown-kind", "kind", version.plan().kind().name()));
    }

    private Geometry ground(PlanVersion version, LocalDate day) {
        return maps.ground(Reach.significant(version.plan().division()), Reach.significant(city.code()), day);
    }

    Made make(PlanVersion version, Watch watch) throws IOException {
        LocalDate day = day(version);
        PlanScheme scheme = scheme(version, day);
        PlanScheme.Occasion occasion = scheme.findOccasion(version.occasion())
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-occasion", "occasion", version.occasion()));
        List<Given> given = rounds.listFiles(version.id(), version.round());
        Geometry ground = ground(version, day);
        try (LineVersions.Open open = versions.open(day);
                LineVersions.Open own = versions.open(day)) {
            Reading reading = new Reading(version, scheme, given, ground, open, own, watch);
            reading.readMaps();
            watch.at(1, STEPS);
            List<IndicatorAnswer> indicators = reading.indicators(schemes.heads(), this::path);
            watch.at(2, STEPS);
            Set<String> materials = new TreeSet<>();
            for (Given file : given) materials.add(file.material());
            var answers = checks.answer(new PlanChecks.Asked(
                    version, scheme, occasion, reading.own, indicators, materials, ground, open, Counties.of(open)));
            watch.at(3, STEPS);
            reading.change();
            PlanFindings findings = new PlanFindings(
                    clock.now(),
                    indicators,
                    answers,
                    reading.figures(),
                    reading.changes,
                    reading.concerned,
                    reading.notes,
                    new TreeMap<>(open.used()));
            watch.at(STEPS, STEPS);
            return new Made(reading.made, findings);
        }
    }

    private Path path(Given file) throws IOException {
        return files.checked(file.sha256());
    }

    private interface Paths {
        Path of(Given file) throws IOException;
    }

    /** One reading of one delivery. */
    private final class Reading {
        private final PlanVersion version;
        private final PlanScheme scheme;
        private final List<Given> given;
        private final Geometry ground;
        private final LineVersions.Open open;
        private final LineVersions.Open ownOpen;
        private final Watch watch;
        private final Map<String, Snapshot> own = new LinkedHashMap<>();
        private final List<Problem> notes = new ArrayList<>();
        private final List<PlanMap> made = new ArrayList<>();
        private final List<PlanFindings.Change> changes = new ArrayList<>();
        private Affected concerned = Affected.NOBODY;

        private Reading(
                PlanVersion version,
                PlanScheme scheme,
                List<Given> given,
                Geometry ground,
                LineVersions.Open open,
                LineVersions.Open ownOpen,
                Watch watch) {
            this.version = version;
            this.scheme = scheme;
            this.given = given;
            this.ground = ground;
            this.open = open;
            this.ownOpen = ownOpen;
            this.watch = watch;
        }

        private void readMaps() throws IOException {
            for (MapLayer layer : scheme.layers())
                for (Given file : given)
                    if (file.role() == Role.MAP && file.material().equals(layer.layer())) {
                        String hash = maps.own(
                                layer, file, ground, version.invented(), notes, features -> watch.at(0, STEPS));
                        own.put(layer.layer(), snapshot(layer.layer(), hash));
                    }
        }

        private Snapshot snapshot(String layer, String hash) {
            return ownOpen.open(layer, hash).orElseThrow(() -> new IllegalStateException("no file of " + hash));
        }

        private List<IndicatorAnswer> indicators(PlanSchemes.Heads heads, Paths paths) throws IOException {
            List<String> paragraphs = new ArrayList<>();
            List<SheetCells.Sheet> sheets = new ArrayList<>();
            boolean hasTable = scheme.materials().stream()
                    .anyMatch(material -> material.role() == Role.TABLE && material.mandatory());
            for (Given file : given) {
                if (file.role() == Role.TEXT) paragraphs.addAll(DocumentText.paragraphs(paths.of(file), file.name()));
                if (file.role() == Role.TABLE) sheets.addAll(SheetCells.read(paths.of(file), file.name()));
            }
            return new Agreement(
                            MapFigure.all(scheme, own),
                            TableReading.read(sheets, scheme.indicators(), heads),
                            paragraphs,
                            hasTable || !sheets.isEmpty())
                    .answers(scheme);
        }

        private List<PlanFindings.MapFigures> figures() {
            List<PlanFindings.MapFigures> figures = new ArrayList<>();
            own.forEach((code, map) -> {
                double sum = 0;
                for (int i = 0; i < map.size(); i++) sum += map.integral(i);
                MapLayer layer = scheme.findLayer(code).orElseThrow();
                double[] box = map.bounds();
                figures.add(new PlanFindings.MapFigures(
                        code,
                        map.size(),
                        Area.ofSquareMetres(sum),
                        List.copyOf(PlanMaps.units(layer, map)),
                        List.of(box[0], box[1], box[2], box[3])));
            });
            return figures;
        }

        /** What each layer changes: against the features that are replaced, or the version that is amended. */
        private void change() {
            Map<String, PlanMap> before = previous();
            for (var each : own.entrySet()) {
                MapLayer layer = scheme.findLayer(each.getKey()).orElseThrow();
                if (layer.replaces() == Replaces.NOTHING) kept(layer, each.getValue(), before.get(layer.layer()));
                else replaced(layer, each.getValue(), before.get(layer.layer()));
            }
        }

        private Map<String, PlanMap> previous() {
            Map<String, PlanMap> maps = new LinkedHashMap<>();
            if (version.previous() != null)
                plans.find(version.previous()).ifPresent(amended -> rounds.listMaps(amended.id(), amended.round())
                        .forEach(map -> maps.put(map.layer(), map)));
            return maps;
        }

        private void kept(MapLayer layer, Snapshot map, @Nullable PlanMap amended) {
            made.add(new PlanMap(layer.layer(), map.hash(), amended == null ? null : amended.own(), null));
            if (amended == null) return;
            PlanDifference difference = PlanDifference.of(layer, snapshot(layer.layer(), amended.own()), map);
            changes.add(difference.figures(layer.layer()));
        }

        private void replaced(MapLayer layer, Snapshot map, @Nullable PlanMap amended) {
            Set<String> units = new TreeSet<>(PlanMaps.units(layer, map));
            if (amended != null) units.addAll(PlanMaps.units(layer, snapshot(layer.layer(), amended.own())));
            Snapshot base = open.find(layer.layer()).orElse(null);
            String gone = base == null ? null : maps.replaced(layer, base, units, ground);
            Snapshot before = gone == null ? null : snapshot(layer.layer() + "-before", gone);
            PlanDifference difference = PlanDifference.of(layer, before, map);
            changes.add(difference.figures(layer.layer()));
            String hash = base == null ? null : base.hash();
            if (difference.isNothing()) {
                made.add(new PlanMap(layer.layer(), map.hash(), hash, null));
                return;
            }
            String candidate = maps.candidate(layer, base, map, units, ground);
            made.add(new PlanMap(layer.layer(), map.hash(), hash, candidate));
            Affected found = affected.find(
                    layer.layer(),
                    layer.affects(),
                    hash,
                    candidate,
                    difference.change().ground(),
                    open,
                    done -> watch.at(4, STEPS));
            concerned = concerned == Affected.NOBODY ? found : joined(concerned, found);
        }
    }

    /** Of several layers: every review and plot once a layer. */
    private static Affected joined(Affected one, Affected other) {
        List<Affected.Review> reviews = new ArrayList<>(one.reviews());
        reviews.addAll(other.reviews());
        List<Affected.Plot> plots = new ArrayList<>(one.plots());
        plots.addAll(other.plots());
        return new Affected(reviews, plots, one.more() || other.more());
    }
}
