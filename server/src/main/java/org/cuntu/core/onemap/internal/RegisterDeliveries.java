package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.FileLayers;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

@Component
class RegisterDeliveries implements LayerDeliveries {
    private static final int PROBLEMS_KEPT = 100;

    private final RegisterFile register;
    private final Files files;
    private final Ground ground;
    private final Home home;

    RegisterDeliveries(RegisterFile register, Files files, Ground ground, Home home) {
        this.register = register;
        this.files = files;
        this.ground = ground;
        this.home = home;
    }

    @Override
    public Delivery open(String layer, Source source, Runnable pulse) throws IOException {
        return open(SnapshotMaking.layer(register, layer), source, pulse);
    }

    @Override
    public Delivery openBeside(LayerEntry layer, Source source, Runnable pulse) throws IOException {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Field field : layer.schema().fields()) codes.put(field.code().toUpperCase(Locale.ROOT), field.code());
        RegisteredLayer beside =
                new RegisteredLayer(layer, List.of(), Set.of(), codes, Map.of(), Map.of(), null, List.of());
        return open(beside, source, pulse);
    }

    private Delivery open(RegisteredLayer registered, Source source, Runnable pulse) throws IOException {
        FeatureReader reader = FeatureReader.open(
                files.checked(source.file()),
                source.name(),
                InputLimits.LAYER,
                home.tmp(),
                registered.order(stated(source.crs()), source.sourceLayer(), pulse));
        if (reader.size() == 0) {
            reader.close();
            throw new InputRefused(Problem.refused("onemap.no-features", Problem.Place.file(source.name())));
        }
        return new Opened(reader, registered, source.name());
    }

    @Override
    public FileLayers layers(String layer, String file, String name) throws IOException {
        Dimension wanted = SnapshotMaking.layer(register, layer).entry().dimension();
        return FileLayers.looked(files.checked(file), name, InputLimits.LAYER, home.tmp(), wanted);
    }

    @Override
    public @Nullable String chosenLayer(String file, String name, @Nullable String wanted) throws IOException {
        FileLayers held;
        try {
            held = FileLayers.of(files.checked(file), name, InputLimits.LAYER, home.tmp());
        } catch (InputRefused damaged) {
            return wanted;
        }
        return held.chosen(wanted, name);
    }

    private static @Nullable Crs stated(@Nullable String name) {
        if (name == null) return null;
        return Crs.find(name).orElseThrow(() -> SnapshotMaking.refused("onemap.unknown-crs", "crs", name));
    }

    @Override
    public Geometry ground(String named, LocalDate date) {
        return ground.of(named, date);
    }

    @Override
    public Geometry ground(String named, LocalDate date, @Nullable String known) {
        return ground.of(named, date, known);
    }

    @Override
    public Geometry ground(Delivery delivery) {
        Ground.Gathering gathering = new Ground.Gathering();
        delivery.forEach(feature -> gathering.add(feature.geometry()));
        return gathering.ground();
    }

    private static final class Opened implements Delivery {
        private final FeatureReader reader;
        private final RegisteredLayer layer;
        private final String name;
        private final List<Problem> mapping = new ArrayList<>();

        private Opened(FeatureReader reader, RegisteredLayer layer, String name) {
            this.reader = reader;
            this.layer = layer;
            this.name = name;
        }

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
            List<Problem> all = new ArrayList<>(mapping);
            all.addAll(reader.warnings());
            return all;
        }

        @Override
        public void forEach(Consumer<Feature> taker) {
            FieldMapping fields = FieldMapping.of(layer, reader.schema(), name);
            mapping.clear();
            mapping.addAll(fields.warnings());
            List<Problem> problems = new ArrayList<>();
            reader.forEach(source -> {
                try {
                    taker.accept(fields.map(source));
                } catch (FieldMapping.BadValue bad) {
                    if (problems.size() < PROBLEMS_KEPT) problems.add(bad.problem());
                }
            });
            if (!problems.isEmpty()) throw new InputRefused(problems);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
