package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.measure.Share;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeafGroupsTest {
    private static final List<ReviewPlot> PLOTS = List.of(plot("甲"), plot("乙"));

    private static ReviewPlot plot(String number) {
        return new ReviewPlot(
                number, "", "", new LegalArea(new Area(100_00)), null, null, new GeometryFactory().createPolygon());
    }

    private static Leaf leaf(int plot, int feature, long area, long ridge, String owner) {
        Map<String, Object> fields = Map.of("DLBM", "0101", "DLMC", "水田", "QSDWMC", owner, "BSM", "b" + feature);
        return new Leaf(
                plot,
                feature < 0 ? Leaf.Kind.REST : Leaf.Kind.PIECE,
                feature,
                new Area(area),
                new Area(ridge),
                area / 100,
                ridge / 100,
                new Share((int) (area / 10)),
                new Share((int) (ridge / 10)),
                10,
                false,
                feature < 0 ? Map.of() : fields);
    }

    private static JsonNode json(String layer, Leaf... leaves) {
        return JsonMapper.shared().valueToTree(new LeafGroups(layer, List.of(leaves), PLOTS));
    }

    @Test
    void leavesOfOneClassAndOwnerAreOneAndAddUp() {
        JsonNode groups =
                json("DLTB", leaf(0, 7, 12_30, 0, "东村"), leaf(0, 9, 20_01, 0, "东村"), leaf(0, 8, 5_00, 0, "西村"));

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).toString())
                .isEqualTo("{\"plot\":\"甲\",\"kind\":\"piece\",\"features\":[7,9],\"area\":\"32.31\","
                        + "\"hectares\":\"0.0032\",\"share\":\"3.23\",\"sliver\":false,"
                        + "\"fields\":{\"DLBM\":\"0101\",\"DLMC\":\"水田\",\"QSDWMC\":\"东村\"}}");
        assertThat(groups.get(1).path("fields").path("QSDWMC").asString()).isEqualTo("西村");
    }

    /** The page lights the patches of the ridge's class by them. */
    @Test
    void leavesWithARidgeStandApart() {
        JsonNode groups =
                json("DLTB", leaf(0, 1, 10_00, 0, "东村"), leaf(0, 2, 10_00, 1_00, "东村"), leaf(0, 3, 4_00, 50, "东村"));

        assertThat(groups).hasSize(2);
        assertThat(groups.get(1).path("ridge").asString()).isEqualTo("1.50");
        assertThat(groups.get(1).path("features").toString()).isEqualTo("[2,3]");
    }

    @Test
    void plotsAndKindsStayApartWhateverTheLayer() {
        JsonNode groups = json(
                "CZKFBJ",
                leaf(0, 1, 10_00, 0, "东村"),
                leaf(1, 1, 10_00, 0, "东村"),
                leaf(1, 2, 1_00, 0, "西村"),
                leaf(1, -1, 2_00, 0, ""));

        assertThat(groups).hasSize(3);
        assertThat(groups.get(1).path("area").asString()).isEqualTo("11.00");
        assertThat(groups.get(1).path("fields")).isEmpty();
        assertThat(groups.get(2).path("kind").asString()).isEqualTo("rest");
        assertThat(groups.get(2).path("features")).isEmpty();
    }
}
