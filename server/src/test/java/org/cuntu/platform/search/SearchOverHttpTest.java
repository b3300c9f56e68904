package org.cuntu.platform.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.LocalDate;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** The box over HTTP: what is found, what it leaves in the proof log, and who is let in. */
class SearchOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();

    private static String ask(String path, String typed) {
        return path + "?q=" + URLEncoder.encode(typed, UTF_8);
    }

    private long entries(String act, String object) {
        return application.bean(ProofLog.class).listNewest(200).stream()
                .filter(entry ->
                        entry.act().act().equals(act) && entry.act().object().contains(object))
                .count();
    }

    /** The words stand beside the entry, where they can be erased. */
    private long searchedFor(String typed) {
        return application.bean(ProofLog.class).listNewest(200).stream()
                .filter(entry -> entry.act().act().equals("search:entry:read")
                        && typed.equals(entry.act().personal().get("typed"))
                        && !entry.body().contains(typed))
                .count();
    }

    @Test
    void aSearchIsOneProofEntryAndASuggestionIsNone() {
        Talk viewer = Talk.as(application, "viewer");

        for (String typed : new String[] {"b", "bz", "bzc"}) viewer.get(ask("/api/search/suggestions", typed));
        viewer.get(ask("/api/search/suggestions", "bzcd-unheard-of"));
        assertThat(searchedFor("bzcd-unheard-of")).isZero();

        assertThat(viewer.get(ask("/api/search", "bzcd-unheard-of")).status()).isEqualTo(200);
        assertThat(searchedFor("bzcd-unheard-of")).isEqualTo(1);
        assertThat(entries("search:entry:suggest", "suggestions")).isPositive();
    }

    @Test
    void withoutTheProofLogNothingIsFound() {
        Talk viewer = Talk.as(application, "viewer");

        application.without("proof_entry", () -> assertThat(
                        viewer.get(ask("/api/search", "109.41, 24.33")).status())
                .isEqualTo(500));
    }

    @Test
    void aCoordinateSaysInWhichSystemsItIsRead() {
        String said = Talk.as(application, "viewer")
                .get(ask("/api/search", "109.41, 24.33"))
                .text();

        assertThat(said).contains("\"systems\":\"EPSG:4490 EPSG:4326\"");
    }

    @Test
    void whoMayNotReadReviewsOrFeaturesFindsNone() {
        Talk manager = Talk.as(application, "system-admin");

        assertThat(manager.get(ask("/api/search", "a")).said()).isEqualTo("403 identity.not-allowed");
    }

    @Test
    void anEmptyQuestionAndAWrongDateAreRefusedInWords() {
        Talk viewer = Talk.as(application, "viewer");

        assertThat(viewer.get(ask("/api/search", "  ")).said()).isEqualTo("400 search.nothing-asked");
        assertThat(viewer.get(ask("/api/search", "a\u0000b")).said()).isEqualTo("400 http.bad-request");
        assertThat(viewer.get(ask("/api/search", "a") + "&asOf=2025-13-01").said())
                .isEqualTo("400 http.parameter");
    }

    @Test
    void aReleaseIsSearchableSoonAfterItsCommitAndItsOutlineCanBeShown() {
        String hash = Squares.snapshot(application, "HLFXKZX", 7);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release("HLFXKZX", hash, LocalDate.of(2019, 1, 1), "test", false));
        SearchIndex index = application.bean(SearchIndex.class);

        TestApplication.eventually("the snapshot is filled", () -> index.isFilled("feature", hash.substring(0, 16)));

        Talk viewer = Talk.as(application, "viewer");
        Talk.Answer outline = viewer.get("/api/outlines/HLFXKZX/" + hash + "/0");
        assertThat(outline.json().at("/geometry/coordinates/0/0").size()).isEqualTo(5);
        assertThat(viewer.get("/api/outlines/HLFXKZX/" + hash + "/9").said()).isEqualTo("404 onemap.unknown-feature");
        assertThat(viewer.get("/api/outlines/DLTB/" + hash + "/0").said()).isEqualTo("404 onemap.unknown-snapshot");
    }
}
