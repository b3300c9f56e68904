package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a layer that is in no register: its fields by code or Chinese name; one that is not there is empty. */
@Component
class OwnLayerFiles {
    private final Files files;
    private final Home home;

    OwnLayerFiles(Files files, Home home) {
        this.files = files;
        this.home = home;
    }

    LayerDeliveries.Delivery open(LayerSchema schema, LayerDeliveries.Source source) throws IOException {
        String crs = source.crs();
        Crs stated = crs == null
                ? null
                : Crs.find(crs).orElseThrow(() -> LineCandidates.refused("onemap.unknown-crs", "crs", crs));
        FeatureReader reader = FeatureReader.open(
                files.checked(source.file()),
                source.name(),
                InputLimits.LAYER,
                home.tmp(),
                new ReadOrder(stated, source.sourceLayer(), false));
        if (reader.size() == 0) {
            reader.close();
            throw new InputRefused(Problem.refused("onemap.no-features", Problem.Place.file(source.name())));
        }
        return new Opened(reader, schema);
    }

    private record Opened(FeatureReader reader, LayerSchema schema) implements LayerDeliveries.Delivery {
        @Override
        public long size() {
            return reader.size();
        }

        @Override
        public String crs() {
            return reader.crs().code();
        }

        @Override
        public List<Problem> warnings() {
            return reader.warnings();
        }

        @Override
        public void forEach(Consumer<Feature> taker) {
            reader.forEach(source -> taker.accept(feature(source)));
        }

        private Feature feature(SourceFeature source) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Field field : schema.fields()) values.add(value(field, source.values()));
            return new Feature(source.geometry(), values);
        }

        private static @Nullable Object value(Field field, Map<String, @Nullable Object> values) {
            Object found = null;
            for (var each : values.entrySet()) {
                String name = each.getKey().toUpperCase(Locale.ROOT);
                if (name.equals(field.code()) || name.equals(field.zh())) found = each.getValue();
            }
            if (found == null || field.type().holds(found)) return found;
            return switch (field.type()) {
                case TEXT -> found.toString();
                case DECIMAL -> found instanceof Long whole ? BigDecimal.valueOf(whole) : null;
                case INTEGER, DATE -> null;
            };
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
