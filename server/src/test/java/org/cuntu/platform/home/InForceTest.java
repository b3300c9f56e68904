package org.cuntu.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts 4 for what is dated in the city's folder. */
class InForceTest {
    private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");

    private record Version(String name, InForce held) {}

    private static Version version(String name, String from, String to, Instant known) {
        return new Version(name, new InForce(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to), known));
    }

    private static String at(String day, Instant known, Version... versions) {
        return InForce.choose(List.of(versions), Version::held, LocalDate.parse(day), known)
                .map(Version::name)
                .orElse("none");
    }

    @Test
    void theFirstDayIsInAndTheLastIsOut() {
        Version one = version("one", "2025-01-01", "2026-01-01", null);

        assertThat(at("2025-01-01", null, one)).isEqualTo("one");
        assertThat(at("2026-01-01", null, one)).isEqualTo("none");
    }

    @Test
    void whatBeganLastHolds() {
        assertThat(at(
                        "2026-06-01",
                        null,
                        version("old", "2020-01-01", "", null),
                        version("new", "2026-01-01", "", null)))
                .isEqualTo("new");
    }

    @Test
    void aCorrectionStandsInThePlaceOfWhatWasKnownBeforeAndItsEndToo() {
        Version first = version("first", "2025-01-01", "", null);
        Version corrected = version("corrected", "2025-01-01", "2026-01-01", SPRING);

        assertThat(at("2025-06-01", SPRING.minusSeconds(1), first, corrected)).isEqualTo("first");
        assertThat(at("2025-06-01", SPRING, first, corrected)).isEqualTo("corrected");
        assertThat(at("2026-06-01", null, first, corrected)).isEqualTo("none");
    }
}
