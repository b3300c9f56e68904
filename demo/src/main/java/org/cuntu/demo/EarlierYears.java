package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;

/**
 * What was in force before: the surveys of two earlier years, derived backwards from the present one, and the layers that a
 * review of those years needs, issued then with the text of today.
 */
final class EarlierYears {
    /** The survey year of the oldest patches. */
    static final LocalDate FIRST = LocalDate.of(2023, 12, 31);

    private static final LocalDate SECOND = LocalDate.of(2024, 12, 31);
    private static final LocalDate THREE_LINES = LocalDate.of(2023, 11, 2);
    private static final String SURVEY =
            " 年度国土变更调查（演示，由 2025 年度反推，虚构） Annual survey, invented: derived backwards from that of 2025";
    private static final String AS_TODAY = "（当年发布，内容与现行版相同） (issued that year, with the text of today)";

    /** Issued earlier with the same text, each before the one of today would be missing or the last one stale. */
    private static final Map<String, List<LocalDate>> ISSUES = Map.of(
            "YJJBNTBHTB", List.of(THREE_LINES, LocalDate.of(2025, 6, 18)),
            "CZKFBJ", List.of(THREE_LINES),
            "KGDK", List.of(LocalDate.of(2023, 12, 1)),
            "CKQ", List.of(LocalDate.of(2023, 9, 1), LocalDate.of(2024, 9, 1), LocalDate.of(2025, 9, 1)),
            "TKQ", List.of(LocalDate.of(2023, 9, 1), LocalDate.of(2024, 9, 1), LocalDate.of(2025, 9, 1)),
            "YPJSYD", List.of(LocalDate.of(2023, 11, 1), LocalDate.of(2025, 11, 1)));

    private final CityModel city;
    private final List<DemoLayer> present;

    EarlierYears(CityModel city, List<DemoLayer> present) {
        this.city = city;
        this.present = present;
    }

    List<DemoLayer> all() {
        YearBefore past = new YearBefore(city.dice, city.townlands);
        List<List<Patch>> second =
                past.before(city.townlands.stream().map(Townland::patches).toList(), SECOND.getYear());
        List<List<Patch>> first = past.before(second, FIRST.getYear());
        List<DemoLayer> earlier = new ArrayList<>();
        for (DemoLayer layer : present) {
            for (LocalDate day : ISSUES.getOrDefault(layer.code(), List.of()))
                earlier.add(layer.from(day, layer.source() + AS_TODAY));
            if (!layer.code().equals("DLTB")) continue;
            earlier.add(survey(layer, first, FIRST));
            earlier.add(survey(layer, second, SECOND));
        }
        earlier.sort(Comparator.comparing(DemoLayer::inForceFrom));
        return earlier;
    }

    private DemoLayer survey(DemoLayer today, List<List<Patch>> patches, LocalDate day) {
        PatchRow row = new PatchRow(city.dice, day.getYear());
        return new DemoLayer(today.schema(), day, day.getYear() + SURVEY, today.coverage(), () -> rows(row, patches));
    }

    private Stream<Feature> rows(PatchRow row, List<List<Patch>> patches) {
        return IntStream.range(0, patches.size()).boxed().flatMap(t -> patches.get(t).stream()
                .map(p -> row.of(city.townlands.get(t).township(), p)));
    }
}
