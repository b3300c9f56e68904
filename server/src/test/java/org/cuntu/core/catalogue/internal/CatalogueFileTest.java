package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city's catalogue.yaml, and what in it stops the start. */
class CatalogueFileTest {
    private final TestApplication application = TestApplication.onH2();

    @TempDir
    Path city;

    @Test
    void theCitysOwnFileIsUnderstood() throws IOException {
        CatalogueFile file = read("layer: DLTB", "layer: DLTB");

        assertThat(file.described("DLTB").code()).hasToString("10300101/0001");
        assertThat(Dated.weight(file.core(), "DLTB", LocalDate.of(2026, 1, 1), null))
                .isEqualTo(5);
        assertThat(Dated.weight(file.core(), "PDT", LocalDate.of(2026, 1, 1), null))
                .isZero();
    }

    @Test
    void whatIsNotUnderstoodStopsTheStart() {
        assertRefused("unit: survey", "unit: surveys", "catalogue.unknown-unit");
        assertRefused("  - layer: DLTB\n", "  - layer: DLTBB\n", "catalogue.unknown-layer");
        assertRefused("  - layer: XZQ\n", "  - layer: DLTB\n", "catalogue.layer-twice");
        assertRefused("detail: \"02\"", "detail: \"01\"", "catalogue.resource-code");
        assertRefused("detail: \"01\"", "detail: \"1a\"", "catalogue.resource-code");
        assertRefused("code: \"103\"", "code: \"203\"", "catalogue.resource-code");
        assertRefused("11450200DEM0000008", "11450200DEM0000009", "catalogue.credit-code");
        assertRefused("kind: UNCONDITIONAL, ways: [FILE, MAP_SERVICE]", "kind: NONE", "catalogue.no-basis");
        assertRefused("dueAfter: P6M", "dueAfter: P6", "catalogue.duty");
        assertRefused("every: P5Y", "every: P5YT3H", "catalogue.duty");
        assertRefused(
                "related: [XZQ, CJDCQ, PDT]",
                "parents: [CJDCQ]\n    related: [XZQ]\n    relate: []",
                "home.unknown-key");
        assertRefused("score: 90", "score: 190", "catalogue.thresholds");
        assertRefused("cycle: YEARLY", "cycle: YERLY", "home.unknown-key");
    }

    @Test
    void noLayerIsMadeFromItself() {
        // townships from villages, and villages from townships
        assertRefused("related: [CJDCQ]", "parents: [CJDCQ]", "catalogue.lineage");
    }

    @Test
    void everyLayerOfTheRegisterIsDescribed() throws IOException {
        String text = text();
        int at = text.indexOf("  - layer: LSYLKS");
        Files.writeString(copy().resolve("catalogue.yaml"), text.substring(0, at));

        assertThatThrownBy(this::made)
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("catalogue.layer-missing");
    }

    private void assertRefused(String given, String instead, String code) {
        assertThatThrownBy(() -> read(given, instead))
                .as(instead)
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith(code);
    }

    private CatalogueFile read(String given, String instead) throws IOException {
        String text = text();
        int at = text.indexOf(given);
        assertThat(at).as(given).isPositive();
        Files.writeString(
                copy().resolve("catalogue.yaml"),
                text.substring(0, at) + instead + text.substring(at + given.length()));
        return made();
    }

    private CatalogueFile made() {
        CityFolder folder = CityFolder.open(city);
        return new CatalogueFile(
                folder,
                application.bean(LayerRegister.class),
                application.bean(Organisation.class),
                CityClock.system(ZoneId.of("Asia/Shanghai")));
    }

    private Path copy() throws IOException {
        for (String name : List.of("city.yaml"))
            Files.write(city.resolve(name), application.bean(CityFolder.class).bytes(name));
        return city;
    }

    private String text() throws IOException {
        return Files.readString(application.bean(CityFolder.class).file("catalogue.yaml"));
    }
}
