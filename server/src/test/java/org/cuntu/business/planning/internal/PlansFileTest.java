package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the city's file of plans may say. */
class PlansFileTest {
    @TempDir
    Path folder;

    private PlansFile changed(String from, String to) throws IOException {
        Path root = TestApplication.root().resolve("city/liuzhou");
        Files.copy(root.resolve("city.yaml"), folder.resolve("city.yaml"));
        String text = Files.readString(root.resolve("plans.yaml"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("plans.yaml"), text.replace(from, to));
        return new PlansFile(CityFolder.open(folder), TestApplication.onH2().bean(LayerRegister.class));
    }

    private static String code(Throwable thrown) {
        return thrown instanceof InputRefused refused
                ? refused.problems().getFirst().code()
                : thrown.toString();
    }

    @Test
    void aKindIsThereFromItsDay() throws IOException {
        PlansFile file = changed("letters: ZX", "letters: ZX");

        assertThat(file.findScheme(PlanKind.SECTOR, LocalDate.of(2019, 5, 23))).isPresent();
        assertThat(file.findScheme(PlanKind.SECTOR, LocalDate.of(2019, 5, 22))).isEmpty();
    }

    @Test
    void anUnknownKeyStopsTheStart() {
        assertThatThrownBy(() -> changed("letters: ZX", "letters: ZX\n    lettres: ZX"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("home.unknown-key"));
    }

    @Test
    void aFieldThatTheLayerHasNotStopsTheStart() {
        assertThatThrownBy(() -> changed("key: DKBH, unit: DYBH", "key: DKBH, unit: DYBX"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.plans-file"));
    }

    @Test
    void aPartThatIsNoIndicatorStopsTheStart() {
        assertThatThrownBy(() -> changed("parts: [housing,", "parts: [homes,"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.plans-file"));
    }

    @Test
    void aRuleOfALayerThatItsKindHasNotStopsTheStart() {
        assertThatThrownBy(() -> changed("id: ZX-01, test: off, of: ZXGHYD", "id: ZX-01, test: off, of: KGDK"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.plans-file"));
    }
}
