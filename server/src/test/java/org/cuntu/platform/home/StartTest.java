package org.cuntu.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.internal.UnknownSettingText;
import org.cuntu.platform.identity.DemoAccounts;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the application starts, and when it does not (contracts 1, 9). */
class StartTest {
    @TempDir
    Path home;

    @Test
    void anOfficesServerStartsOnAnEmptyHome() {
        try (TestApplication served = TestApplication.start(home, true, "cuntu.mode=serve")) {
            assertThat(served.port()).isPositive();
        }
    }

    @Test
    void anOfficesServerTakesNoInventedDataThatWouldStopItsNextStart() throws Exception {
        try (TestApplication served = TestApplication.start(home, false, "cuntu.mode=serve")) {
            String file = served.bean(Files.class)
                    .keep(new ByteArrayInputStream(new byte[] {1}), "a.shp", "text/plain")
                    .sha256();
            LayerImport.Order invented = new LayerImport.Order(
                    file, "a.shp", "STBHHX", LocalDate.of(2025, 12, 31), "demo", null, "features", false, true);

            assertThatThrownBy(() -> served.bean(LayerImport.class).submit(invented))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("onemap.invented-here");
        }
    }

    @Test
    void anOfficesServerDoesNotStartOnAHomeWithDemoAccounts() {
        try (TestApplication demo = TestApplication.start(home, false, "cuntu.mode=demo")) {
            demo.bean(DemoAccounts.class).prepare();
        }

        assertThat(refusal("cuntu.mode=serve")).contains("36 demo accounts");
        assertThat(home.resolve("run.json")).doesNotExist();
    }

    @Test
    void anOfficesServerDoesNotStartOnAHomeWithInventedLayers() {
        try (TestApplication demo = TestApplication.start(home, false)) {
            String hash = Squares.snapshot(demo, "STBHHX", 1);
            demo.bean(Releases.class)
                    .release(new ReleaseRequest.Release("STBHHX", hash, LocalDate.of(2025, 12, 31), "demo", true));
        }

        assertThat(refusal("cuntu.mode=serve")).contains("1 invented layers");
        // and what refused to start holds the home no longer
        Home.open(home).close();
    }

    @Test
    void aFileDatabaseThatCouldForgetStopsTheStart() {
        assertThat(refusal("cuntu.database.url=jdbc:h2:file:" + home.resolve("db/other")))
                .contains("WRITE_DELAY=0");
    }

    @Test
    void anUnknownSettingStopsTheStartAndNamesTheNearest() {
        Throwable stopped = catchThrowable(() ->
                TestApplication.start(home, false, "cuntu.limits.uplaod=1MB").close());

        assertThat(stopped).isNotNull();
        assertThat(UnknownSettingText.of(stopped)).contains("cuntu.limits.uplaod", "cuntu.limits.upload");
    }

    @Test
    void aHomeIsHeldByOneAtATime() {
        try (Home first = Home.open(home)) {
            assertThatThrownBy(() -> Home.open(first.root())).isInstanceOf(HomeBusy.class);
        }
        Home.open(home).close();
    }

    /** The sentence with which the start was refused. */
    private String refusal(String setting) {
        Throwable stopped =
                catchThrowable(() -> TestApplication.start(home, false, setting).close());
        for (Throwable cause = stopped; cause != null; cause = cause.getCause())
            if (cause instanceof InputRefused refused) {
                Problem first = refused.problems().getFirst();
                return first.what(Locale.ENGLISH);
            }
        throw new AssertionError("it started, or failed otherwise", stopped);
    }
}
