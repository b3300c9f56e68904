package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cuntu.engine.layer.Dimension;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExtentTest {
    @Test
    void lengthsAndAreasAreRoundedOnceToTwoPlacesAndPointsAreCounted() {
        assertThat(Extent.of(Dimension.LINE, 101.51451)).hasToString("101.51");
        assertThat(Extent.of(Dimension.AREA, 0.005)).hasToString("0.01");
        assertThat(Extent.of(Dimension.POINT, 3)).hasToString("3");
        assertThat(Extent.of(Dimension.LINE, 1).minus(Extent.of(Dimension.LINE, 1.25)))
                .hasToString("-0.25");
    }

    @Test
    void anAreaAndALengthHaveNoSum() {
        Extent length = Extent.of(Dimension.LINE, 1);

        assertThatThrownBy(() -> length.plus(Extent.of(Dimension.AREA, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aComparisonStoredBeforeLinesWereMeasuredIsReadAsAreas() {
        String count = "{\"features\":%d,\"area\":{\"hundredths\":%d}}";
        String stored = ("{\"added\":" + count + ",\"removed\":" + count + ",\"reshaped\":" + count + ",\"revalued\":"
                        + count
                        + ",\"unchanged\":" + count
                        + ",\"classes\":[{\"code\":\"0101\",\"before\":{\"hundredths\":500},\"after\":{\"hundredths\":750}}]}")
                .formatted(1, 250, 0, 0, 0, 0, 0, 0, 1, 500);

        LayerComparison read = JsonMapper.shared().readValue(stored, LayerComparison.class);

        assertThat(read.dimension()).isEqualTo(Dimension.AREA);
        assertThat(read.added()).isEqualTo(new LayerComparison.Count(1, Extent.of(Dimension.AREA, 2.5)));
        assertThat(read.classes().getFirst().change()).hasToString("2.50");
    }

    @Test
    void aStoredComparisonIsReadAsItWasWritten() {
        Extent one = Extent.of(Dimension.POINT, 1);
        LayerComparison.Count count = new LayerComparison.Count(1, one);
        LayerComparison written = new LayerComparison(
                count, count, count, count, count, java.util.List.of(new LayerComparison.ClassChange("", one, one)));

        String stored = JsonMapper.shared().writeValueAsString(written);

        assertThat(JsonMapper.shared().readValue(stored, LayerComparison.class)).isEqualTo(written);
    }
}
