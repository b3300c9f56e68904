package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoJSON as a stream of features. A first pass finds the fields, the count, the old {@code crs} member wherever it
 * stands and whether coordinates are degrees; a second gives the features. Without a member the system is WGS 84 (RFC
 * 7946) unless the coordinates cannot be degrees: then it is asked for.
 */
final class GeoJsonFeatures extends OpenedFeatures {
    private final InputSource source;
    private final TextInput text;
    private final InputLimits limits;
    private final Map<String, Field.Type> types = new LinkedHashMap<>();
    private @Nullable String declared;
    private boolean degrees = true;

    private GeoJsonFeatures(InputSource source, TextInput text, ReadOrder order, InputLimits limits) {
        super(source.name(), order, Crs.WGS84);
        this.source = source;
        this.limits = limits;
        this.text = text;
    }

    static GeoJsonFeatures open(InputSource source, ReadOrder order, InputLimits limits) {
        GeoJsonFeatures features = surveyed(source, order, limits);
        features.decide(order.stated());
        features.findings.throwIfRefused();
        return features;
    }

    /** In the likely encoding first, of which a survey that comes to its end has decoded every byte. */
    private static GeoJsonFeatures surveyed(InputSource source, ReadOrder order, InputLimits limits) {
        GeoJsonFeatures likely = new GeoJsonFeatures(source, TextInput.likely(source), order, limits);
        try {
            likely.survey();
            likely.text.decoded();
            return likely;
        } catch (InputRefused refused) {
            // perhaps for its encoding alone
            GeoJsonFeatures features = new GeoJsonFeatures(source, TextInput.of(source, false), order, limits);
            features.survey();
            features.text.decoded();
            return features;
        }
    }

    private void survey() {
        GeoJsonStream.read(text, source.name(), limits.vertices(), new GeoJsonStream.Taker() {
            @Override
            public void feature(GeoJsonStream.Entry entry) {
                size++;
                entry.values().forEach((name, value) -> see(name, type(value)));
                if (types.size() > InputLimits.FIELDS) throw GeoJsonStream.tooManyFields(place());
            }

            @Override
            public boolean wantsContent() {
                return false;
            }

            @Override
            public void beyondDegrees() {
                degrees = false;
            }

            @Override
            public void crs(String name) {
                if (declared == null) declared = name;
            }
        });
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
    }

    private void see(String name, Field.Type type) {
        Field.Type before = types.get(name);
        if (before != type) types.put(name, before == null ? type : wider(before, type));
    }

    private void decide(@Nullable Crs stated) {
        Crs found = null;
        if (declared != null) {
            Optional<Crs> known = Crs.find(declared);
            if (known.isEmpty()) {
                findings.add(Problem.refused("format.crs-unsupported", place(), "name", declared));
                return;
            }
            found = known.get();
        } else if (degrees) {
            if (stated != null && !stated.isGeographic()) {
                findings.add(
                        Problem.refused("format.crs-contradicts", place(), "stated", stated, "found", "EPSG:4326"));
                return;
            }
            found = stated == null ? Crs.WGS84 : stated;
        } else if (stated != null && stated.isGeographic()) {
            findings.add(Problem.refused("format.not-degrees", place(), "stated", stated));
            return;
        }
        Crs decided = CrsDecision.decide(found, stated, place(), findings);
        setCrs(decided);
    }

    @Override
    public List<Field> schema() {
        return types.entrySet().stream()
                .map(e -> new Field(e.getKey(), e.getValue(), e.getKey(), e.getKey()))
                .toList();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        GeoJsonStream.read(text, source.name(), limits.vertices(), entry -> {
            String title = title(entry.number(), entry.values());
            Findings own = new Findings();
            Place place = Place.line(source.name(), entry.line()).plot(title);
            Geometry geometry = new GeoJsonShapes(own, outlines).build(entry.shape(), place);
            if (geometry != null) outlines.dropped(entry.height(), false);
            give(entry.number(), title, geometry, entry.values(), own, consumer, unread);
        });
    }

    private static Field.Type type(@Nullable Object value) {
        return switch (value) {
            case Long ignored -> Field.Type.INTEGER;
            case BigDecimal ignored -> Field.Type.DECIMAL;
            case null -> Field.Type.INTEGER;
            default -> Field.Type.TEXT;
        };
    }

    private static Field.Type wider(Field.Type one, Field.Type other) {
        if (one == other) return one;
        return one == Field.Type.TEXT || other == Field.Type.TEXT ? Field.Type.TEXT : Field.Type.DECIMAL;
    }

    @Override
    public void close() {}
}
