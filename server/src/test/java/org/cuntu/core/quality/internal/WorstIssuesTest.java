package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.quality.LayerIssue.Kind;
import org.cuntu.core.quality.LayerIssue.Severity;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which issues have a plate of their own in the report. */
class WorstIssuesTest {
    private static final double[] PLACED = {109.4, 24.3, 109.5, 24.4};

    private static LayerIssue issue(long number, Severity severity, @Nullable String area, @Nullable Double length) {
        return issue(number, severity, area, length, PLACED);
    }

    private static LayerIssue issue(
            long number, Severity severity, @Nullable String area, @Nullable Double length, double[] bounds) {
        return new LayerIssue(
                new UUID(0, 0),
                number,
                "overlap",
                Kind.TOPOLOGY,
                severity,
                "a",
                null,
                109.45,
                24.35,
                bounds,
                area == null ? null : Area.parse(area),
                length,
                null,
                null,
                null);
    }

    private static List<Long> worst(int atMost, LayerIssue... issues) {
        return QualityPlates.worst(List.of(issues), atMost).stream()
                .map(LayerIssue::number)
                .toList();
    }

    @Test
    void whatRefusesComesBeforeAnyWarning() {
        assertThat(worst(9, issue(1, Severity.WARN, "900.00", null), issue(2, Severity.REFUSE, "0.02", null)))
                .containsExactly(2L, 1L);
    }

    @Test
    void largeGroundComesBeforeSmallThenWideBeforeNarrowThenByNumber() {
        assertThat(worst(
                        9,
                        issue(4, Severity.REFUSE, null, null),
                        issue(3, Severity.REFUSE, null, null),
                        issue(2, Severity.REFUSE, null, 0.5),
                        issue(1, Severity.REFUSE, "6.18", null),
                        issue(5, Severity.REFUSE, "878.60", null)))
                .containsExactly(5L, 1L, 2L, 3L, 4L);
    }

    @Test
    void onlySoManyAndOnlyWhatHasAPlace() {
        assertThat(worst(
                        1,
                        issue(1, Severity.REFUSE, "9.00", null, new double[0]),
                        issue(2, Severity.REFUSE, "8.00", null),
                        issue(3, Severity.REFUSE, "7.00", null)))
                .containsExactly(2L);
    }
}
