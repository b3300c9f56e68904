package org.cuntu.core.dossier.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.ReviewGrounds;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.dossier.Dossiers;
import org.cuntu.core.dossier.Place;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;

@Component
class DossierMaking implements Dossiers {
    /** Features whose boxes meet the area, over all layers: beyond it a dossier is no reading any more. */
    static final int MOST_FEATURES = 60_000;

    private static final int MOST_REVIEWS = 100;
    private static final Project NO_PROJECT = new Project("", "", "", null, List.of());

    private final Reviews reviews;
    private final ReviewGrounds grounds;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final Snapshots snapshots;
    private final RuleBook rules;
    private final Changes changes;
    private final FeatureWords words;
    private final Divisions divisions;

    DossierMaking(
            Reviews reviews,
            ReviewGrounds grounds,
            Baselines baselines,
            SnapshotStore store,
            Snapshots snapshots,
            RuleBook rules,
            Changes changes,
            FeatureWords words,
            Divisions divisions) {
        this.reviews = reviews;
        this.grounds = grounds;
        this.baselines = baselines;
        this.store = store;
        this.snapshots = snapshots;
        this.rules = rules;
        this.changes = changes;
        this.words = words;
        this.divisions = divisions;
    }

    @Override
    public Dossier of(Place place, @Nullable LocalDate asOf, @Nullable String known, User user) {
        return switch (place) {
            case Place.Point point -> ofPoint(point, asOf, known, user);
            case Place.OneFeature feature -> ofFeature(feature, asOf, known, user);
            case Place.Ground ground -> {
                ReviewRequest request =
                        new ReviewRequest(ground.name(), ground.crs(), ground.plots(), NO_PROJECT, asOf, known);
                yield ofArea(request, new Subject("area", ground.name(), null, -1), user);
            }
        };
    }

    private record Subject(String kind, String name, Dossier.@Nullable Source feature, int number) {
        Dossier.Subject at(double[] at, double[] bounds, @Nullable String legal, List<String> divisions) {
            return new Dossier.Subject(kind, name, at, bounds, legal, feature, number, divisions);
        }
    }

    private Dossier ofPoint(Place.Point point, @Nullable LocalDate asOf, @Nullable String known, User user) {
        double[] at = {point.lon(), point.lat()};
        try (OpenBaseline open = new OpenBaseline(baselines.resolve(asOf, known), store)) {
            PointLayers says = new PointLayers(words);
            List<Dossier.Layer> layers = new ArrayList<>();
            for (Baseline.Layer layer : open.baseline().layers())
                if (Seeing.may(user, layer.entry()))
                    layers.add(says.of(layer, open.find(layer.entry().code()).orElse(null), point.lon(), point.lat()));
            Where where = new Where.At(point.lon(), point.lat());
            Dossier.Subject subject = new Subject("point", "", null, -1)
                    .at(at, new double[] {at[0], at[1], at[0], at[1]}, null, divisions.of(open, at));
            var inForce = rules.inForce(open.baseline().asOf(), null).rules();
            return dossier(open.baseline(), subject, layers, where, RuleLines.of(inForce, layers, List.of()), user);
        }
    }

    private Dossier ofFeature(Place.OneFeature asked, @Nullable LocalDate asOf, @Nullable String known, User user) {
        try (SnapshotStore.Lease lease = snapshots.open(asked.layer(), asked.hash())) {
            Geometry shape = Snapshots.shape(lease.snapshot(), asked.feature());
            FeatureWords.Values values = FeatureWords.of(lease.snapshot(), asked.feature());
            String name = words.name(asked.layer(), values);
            if (name.isEmpty()) name = words.code(asked.layer(), values);
            Plot plot = new Plot("1", name, "", null, GeoShape.of(Crs.CGCS2000, shape), Map.of());
            Dossier.Source source = Sources.of(snapshots.entry(asked.layer(), asked.hash()), asked.hash());
            ReviewRequest request = new ReviewRequest(name, Crs.CGCS2000, List.of(plot), NO_PROJECT, asOf, known);
            return ofArea(request, new Subject("feature", name, source, asked.feature()), user);
        }
    }

    private Dossier ofArea(ReviewRequest request, Subject named, User user) {
        Geometry area = area(request.plots());
        refuseTooMany(request, area.getEnvelopeInternal());
        return reviews.review(request, result -> {
            Baseline baseline = result.input().baseline();
            AreaLayers says = new AreaLayers(words);
            List<Dossier.Layer> layers = new ArrayList<>();
            for (LayerResult layer : result.layers())
                if (Seeing.may(user, layer.entry()))
                    layers.add(says.of(
                            layer, result.input().snapshots().get(layer.entry().code())));
            double[] at = Points.inside(area);
            Dossier.Subject subject = named.at(
                    at, Points.bounds(area), result.legal().toString(), divisions(result, at, Points.bounds(area)));
            Where where = Where.In.of(area, result.legal());
            var lines = RuleLines.of(result.input().rules().rules(), layers, result.findings());
            return dossier(baseline, subject, layers, where, lines, user);
        });
    }

    private List<String> divisions(ReviewResult result, double[] at, double[] bounds) {
        try (OpenBaseline open = new OpenBaseline(result.input().baseline(), store)) {
            return divisions.around(open, at, bounds);
        }
    }

    /** All plots as one multipolygon; those of a site do not overlap. */
    private static Geometry area(List<Plot> plots) {
        List<Polygon> parts = new ArrayList<>();
        for (Plot plot : plots) {
            Geometry shape = plot.shape().toGeodetic().geometry();
            for (int i = 0; i < shape.getNumGeometries(); i++) parts.add((Polygon) shape.getGeometryN(i));
        }
        if (parts.size() == 1) return parts.getFirst();
        return parts.getFirst().getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private void refuseTooMany(ReviewRequest request, Envelope box) {
        long features = 0;
        try (OpenBaseline open = new OpenBaseline(baselines.resolve(request.asOf(), request.known()), store)) {
            for (Baseline.Layer layer : open.baseline().layers()) {
                Snapshot snapshot = open.find(layer.entry().code()).orElse(null);
                if (snapshot != null)
                    features += snapshot.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()).length;
            }
        }
        if (features > MOST_FEATURES)
            throw new InputRefused(Problem.refused(
                    "dossier.too-large", Problem.Place.UNKNOWN, "features", features, "most", MOST_FEATURES));
    }

    private Dossier dossier(
            Baseline baseline,
            Dossier.Subject subject,
            List<Dossier.Layer> layers,
            Where where,
            List<Dossier.RuleLine> lines,
            User user) {
        List<String> hidden = baseline.layers().stream()
                .map(Baseline.Layer::entry)
                .filter(entry -> !Seeing.may(user, entry))
                .map(entry -> entry.code())
                .toList();
        return new Dossier(
                baseline.asOf().toString(),
                baseline.known() == null ? null : baseline.known().toString(),
                subject,
                layers,
                hidden,
                user.may("conformity:review:read") ? touched(where) : null,
                changes.of(baseline, where, user),
                lines);
    }

    private List<Dossier.Review> touched(Where where) {
        var found =
                switch (where) {
                    case Where.At at -> grounds.atPoint(at.lon(), at.lat(), MOST_REVIEWS);
                    case Where.In in -> grounds.inArea(in.area(), MOST_REVIEWS);
                };
        return found.stream()
                .map(each -> TouchedReviews.of(each, where instanceof Where.In))
                .toList();
    }
}
