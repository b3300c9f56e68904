package org.cuntu.business.planning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The row of ten squares with plots of detailed plans: unit U1 has places 0 and 1, unit U2 place 4. The plan that is delivered is of U1:
 * two plots of housing.
 */
abstract class PlanCity extends LineCity {
    static final String PLOTS = "KGDK";

    void begin() {
        for (String table : List.of(
                "planning_notice",
                "planning_plan_step",
                "planning_plan_map",
                "planning_plan_file",
                "planning_plan_version",
                "planning_plan",
                "review_ground",
                "review")) application().jdbc().sql("delete from " + table).update();
        anew();
        plotsLayer(OLD, "1001");
    }

    /** Another version of the layer, in which only unit U2 is other. */
    void layerWithOtherUseInU2() {
        plotsLayer(OLD.plusDays(1), "0801");
    }

    private void plotsLayer(LocalDate from, String useInU2) {
        var schema = schema(PLOTS);
        var ground = new GeometryFactory().toGeometry(new Envelope(109.4, 109.41, 24.3, 24.301));
        List<Feature> features = new ArrayList<>();
        for (int place : List.of(0, 1, 4)) {
            @Nullable Object[] values = new Object[schema.fields().size()];
            values[schema.indexOf("DKBH")] = "P" + place;
            values[schema.indexOf("BSM")] = "45020000000000000" + place;
            values[schema.indexOf("DYBH")] = place == 4 ? "U2" : "U1";
            values[schema.indexOf("YDYHFLDM")] = place == 4 ? useInU2 : "1001";
            features.add(new Feature(Squares.square(place), Arrays.asList(values)));
        }
        application().bean(LayerImport.class).importFeatures(schema, features.stream(), ground, from, PLOTS, false);
    }

    PlanDeliveries plans() {
        return application().bean(PlanDeliveries.class);
    }

    Given file(Role role, String material, String name, String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            FileRef kept = as("planner", () -> keep(bytes, name));
            return new Given(role, material, kept.sha256(), name, kept.size(), null);
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    private FileRef keep(byte[] bytes, String name) {
        try {
            return application()
                    .bean(Files.class)
                    .keep(new ByteArrayInputStream(bytes), name, "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A feature of the map. */
    static String plot(int place, String use) {
        double west = (109_400 + place) / 1000.0;
        double east = (109_401 + place) / 1000.0;
        return """
                {"type":"Feature","properties":{"BSM":"45020000000000001%d","DKBH":"P%d","DYBH":"U1","YDYHFLDM":"%s"},"geometry":{"type":"Polygon","coordinates":[[[%s,24.3],[%s,24.3],[%s,24.301],[%s,24.301],[%s,24.3]]]}}""".formatted(place, place, use, west, east, east, west, west);
    }

    Given map(String... plots) {
        return file(Role.MAP, PLOTS, "plots.geojson", collection(plots));
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    Given table(String... rows) {
        return file(Role.TABLE, "indicators", "table.csv", "指标,单位,规划值\n" + String.join("\n", rows));
    }

    Given text(String... paragraphs) {
        return file(Role.TEXT, "text", "text.txt", String.join("\n", paragraphs));
    }

    /** Two plots of housing, with a table and a text that say so. */
    List<Given> sound() {
        String area = square(0, 1).hectares(4).toPlainString();
        return List.of(
                map(plot(0, "0701"), plot(1, "0701")),
                table("规划总用地面积,公顷," + area, "居住用地,公顷," + area, "地块数,个,2"),
                text("第一条 规划总用地面积为" + area + "公顷。", "第二条 其中居住用地" + area + "公顷，规划地块2个。"));
    }

    PlanDeliveries.Order order(String occasion, List<Given> files) {
        return new PlanDeliveries.Order(PlanKind.DETAILED, "U1 单元详细规划", null, null, occasion, "because", false, files);
    }

    PlanVersion delivered(String occasion, List<Given> files) {
        return settled(as("planner", () -> plans().deliver(order(occasion, files))));
    }

    PlanVersion settled(PlanVersion version) {
        TestApplication.eventually("a plan settles", () -> !now(version).isWorking());
        return now(version);
    }

    PlanVersion now(PlanVersion version) {
        return as("section", () -> plans().find(version.id()).orElseThrow());
    }

    PlanFindings found(PlanVersion version) {
        return plans().findFindings(version)
                .orElseThrow(() -> new AssertionError(plans().listSteps(version).toString()));
    }

    /** One line: the outcome and the area. */
    String said(PlanVersion version, String rule) {
        RuleAnswer answer = found(version).answers().stream()
                .filter(each -> each.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
        return answer.outcome() + (answer.area() == null ? "" : " " + answer.area());
    }

    IndicatorAnswer indicator(PlanVersion version, String id) {
        return found(version).indicators().stream()
                .filter(each -> each.indicator().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    PlanVersion.Approval approval(LocalDate inForceFrom) {
        return new PlanVersion.Approval("X政批〔2026〕1号", "市人民政府", today(), inForceFrom);
    }

    Given scan() {
        return file(Role.APPROVAL, "approval", "approval.pdf", "scan");
    }

    /** Through its reviews and its approval, without a display, into force. */
    PlanVersion entered(PlanVersion version) {
        as("section", () -> plans().agree(version.id(), "right"));
        return settled(as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")));
    }

    /** What is in force at a day: numbers of plots with their uses. */
    List<String> plotsInForce(LocalDate day) {
        SnapshotRef version = application().bean(Baselines.class).resolve(day, null).layers().stream()
                .filter(each -> each.entry().code().equals(PLOTS))
                .findFirst()
                .orElseThrow()
                .snapshot();
        if (version == null) return List.of();
        try (SnapshotStore.Lease lease = application().bean(SnapshotStore.class).open(version.hash())) {
            Snapshot snapshot = lease.snapshot();
            return IntStream.range(0, snapshot.size())
                    .mapToObj(i -> snapshot.value(i, "DYBH") + " " + snapshot.value(i, "DKBH") + " "
                            + snapshot.value(i, "YDYHFLDM"))
                    .sorted()
                    .toList();
        }
    }

    static UUID planOf(PlanVersion version) {
        return version.plan().id();
    }
}
