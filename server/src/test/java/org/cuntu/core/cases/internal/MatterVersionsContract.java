package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of matters: kept since they were first loaded. */
abstract class MatterVersionsContract {
    private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");

    private final TestApplication application;
    private final MatterVersions versions;
    private final Matters matters;

    MatterVersionsContract(TestApplication application) {
        this.application = application;
        this.versions = application.bean(MatterVersions.class);
        this.matters = application.bean(Matters.class);
    }

    @Test
    void eachMatterOfTheCityIsKeptAtTheStart() {
        Matter now = matters.find("rural-house").orElseThrow();

        assertThat(versions.find("rural-house", now.hash()).orElseThrow().hash())
                .isEqualTo(now.hash());
    }

    @Test
    void earlierVersionAnswersAfterTheFolderHasChanged() {
        Matter now = matters.find("rural-house").orElseThrow();
        SortedMap<String, String> files = new TreeMap<>(
                versions.find("rural-house", now.hash()).orElseThrow().files());
        files.computeIfPresent("matter.yaml", (name, text) -> text.replace("promised: 10", "promised: 15"));
        MatterFolder earlier = new MatterFolder("rural-house", files);
        versions.keep(earlier, NOW);

        Matter then = matters.get("rural-house", earlier.hash());

        assertThat(then.limits().promised()).isEqualTo(15);
        assertThat(then.hash()).isEqualTo(earlier.hash()).isNotEqualTo(now.hash());
        assertThat(matters.find("rural-house").orElseThrow().limits().promised())
                .isEqualTo(10);
    }

    @Test
    void keepingTwiceKeepsOnce() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("matter.yaml", "x: 寸土");
        MatterFolder folder = new MatterFolder("kept-twice", files);

        versions.keep(folder, NOW);
        versions.keep(folder, NOW.plusSeconds(60));

        assertThat(application
                        .bean(JdbcClient.class)
                        .sql("select count(*) from matter_version where code = 'kept-twice'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(versions.find("kept-twice", folder.hash()).orElseThrow().files())
                .isEqualTo(files);
    }

    @Test
    void versionThatThereIsNotIsAFault() {
        assertThatThrownBy(() -> matters.get("rural-house", "0".repeat(64))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void examplesAndLineEndsMakeNoVersion() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("matter.yaml", "a: 1\nb: 2\n");
        String hash = new MatterFolder("a", files).hash();
        files.put("examples/x.yaml", "c: 3");
        files.put("matter.yaml", "a: 1\r\nb: 2\r\n");

        assertThat(new MatterFolder("a", files).hash()).isEqualTo(hash);
    }
}
