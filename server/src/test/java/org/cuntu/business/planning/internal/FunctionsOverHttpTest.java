package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Main functions: four townships in a row; the zones end in the middle of the third, and say nothing of the fourth. */
class FunctionsOverHttpTest {
    private static final LocalDate DAY = LocalDate.of(2023, 11, 2);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @BeforeEach
    void layers() {
        none();
        write("XZQ", IntStream.range(0, 4).mapToObj(Squares::square).toList(), i ->
                new String[] {"XZQDM", "45020610" + i});
        Geometry half = FACTORY.toGeometry(new Envelope(109.402, 109.4025, 24.3, 24.301));
        write("XZZTGNDW", List.of(Squares.square(0), Squares.square(1), half), i ->
                new String[] {"XZQDM", "45020610" + i, "ZTGN", i == 0 ? "城市化地区" : i == 1 ? "农产品主产区" : "重点生态功能区"});
    }

    @AfterEach
    void none() {
        application
                .jdbc()
                .sql("delete from layer_release where layer in ('XZQ', 'XZZTGNDW')")
                .update();
    }

    private interface Values {
        String[] of(int place);
    }

    private void write(String layer, List<? extends Geometry> shapes, Values values) {
        LayerSchema schema = application
                .bean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            @Nullable Object[] row = new Object[schema.fields().size()];
            String[] given = values.of(i);
            for (int v = 0; v < given.length; v += 2) row[schema.indexOf(given[v])] = given[v + 1];
            features.add(new Feature(shapes.get(i), Arrays.asList(row)));
        }
        Geometry ground = FACTORY.toGeometry(new Envelope(109.4, 109.404, 24.3, 24.301));
        application.bean(LayerImport.class).importFeatures(schema, features.stream(), ground, DAY, layer, false);
    }

    private JsonNode townships() {
        return viewer.get("/api/planning/functions")
                .json()
                .path("counties")
                .path(0)
                .path("townships");
    }

    private static Area sum(JsonNode parts) {
        Area sum = Area.ZERO;
        for (JsonNode part : parts) sum = sum.plus(Area.parse(part.path("area").asString()));
        return sum;
    }

    @Test
    void zonesAddUpToTheirTownshipAndTownshipsToTheCity() {
        JsonNode answer = viewer.get("/api/planning/functions").json();

        Area all = Area.ZERO;
        for (JsonNode township : townships()) {
            assertThat(sum(township.path("parts")))
                    .isEqualTo(Area.parse(township.path("area").asString()));
            all = all.plus(Area.parse(township.path("area").asString()));
        }
        double whole = IntStream.range(0, 4)
                .mapToDouble(place -> Site.of(Squares.square(place)).integral())
                .sum();
        assertThat(all).isEqualTo(Area.ofSquareMetres(whole));
        assertThat(answer.path("area").asString()).isEqualTo(all.toString());
    }

    @Test
    void groundOfWhichTheLayerSaysNothingIsNoZones() {
        JsonNode parts = townships().path(2).path("parts");

        assertThat(parts.path(0).path("zone").asString()).isEmpty();
        assertThat(parts.path(1).path("zone").asString()).isEqualTo("ecology");
        // half and half
        assertThat(parts.path(0).path("area").asDouble())
                .isCloseTo(parts.path(1).path("area").asDouble(), within(0.02));
        assertThat(townships().path(3).path("main").asString()).isEmpty();
    }

    @Test
    void aPlaceHasTheFunctionOfItsGround() {
        JsonNode said = viewer.get("/api/planning/functions/at?lon=109.4015&lat=24.3005")
                .json();

        assertThat(said.path("zone").path("id").asString()).isEqualTo("farming");
        assertThat(said.path("township").asString()).isEqualTo("450206101");
    }

    @Test
    void aPlaceWithoutAFeatureIsNotAnswered() {
        JsonNode said = viewer.get("/api/planning/functions/at?lon=109.4035&lat=24.3005")
                .json();

        assertThat(said.path("answered").asBoolean(true)).isFalse();
    }

    @Test
    void withoutTheLayerNothingIsSaid() {
        application
                .jdbc()
                .sql("delete from layer_release where layer = 'XZZTGNDW'")
                .update();

        JsonNode answer = viewer.get("/api/planning/functions").json();

        assertThat(answer.path("answered").asBoolean(true)).isFalse();
        assertThat(answer.path("counties").isEmpty()).isTrue();
    }

    @Test
    void theTableIsAFile() {
        Talk.Answer file = viewer.get("/api/planning/functions/table?format=csv");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("450206101").contains("农产品主产区");
    }
}
