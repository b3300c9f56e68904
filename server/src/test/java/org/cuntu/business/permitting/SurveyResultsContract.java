package org.cuntu.business.permitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for survey results and what is shared of them; run on each that the product supports. */
abstract class SurveyResultsContract extends PermitCity {
    private static final String PROJECT = "2601-450206-04-01-123456";

    @BeforeEach
    void begin() {
        anew();
    }

    private SurveyResults surveys() {
        return application().bean(SurveyResults.class);
    }

    private FileRef file(String content) {
        try {
            return application()
                    .bean(Files.class)
                    .keep(
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                            "survey.zip",
                            "application/zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SurveyResult registered(String person, String content, String stage, int place) {
        return as(person, () -> surveys()
                .register(new SurveyResults.Order(
                        PROJECT, stage, "survey " + place, "a surveyor", today(), COUNTY, site(place), file(content))));
    }

    private SharedMaterials certificates() {
        return application().context().getBean("permitShared", SharedMaterials.class);
    }

    private static MaterialNeed need(String id) {
        return new MaterialNeed(id, new Words("m", "m"), true, 0, MaterialNeed.Source.SHARED, List.of(), null, null, 0);
    }

    @Test
    void theSameSurveyIsRegisteredOnce() {
        registered("keeper", "one", "delimitation", 0);

        PermitsContract.refused("permitting.survey-there", () -> registered("keeper", "one", "delimitation", 5));
        PermitsContract.refused("permitting.survey-there", () -> registered("keeper", "two", "delimitation", 0));
        registered("keeper", "one", "cadastral", 0);
    }

    @Test
    void anotherPersonChecksIt() {
        SurveyResult made = registered("both", "one", "delimitation", 0);

        PermitsContract.refused(
                "permitting.own-survey", () -> as("both", () -> surveys().check(made.id(), true, "")));
        SurveyResult checked = as("head", () -> surveys().check(made.id(), true, "fits"));

        assertThat(checked.state()).isEqualTo(SurveyResult.State.CHECKED);
        PermitsContract.refused(
                "permitting.survey-state", () -> as("head", () -> surveys().check(made.id(), false, "again")));
    }

    @Test
    void whatWasRejectedMayBeRegisteredAnew() {
        SurveyResult made = registered("keeper", "one", "delimitation", 0);
        as("head", () -> surveys().check(made.id(), false, "corners are missing"));

        assertThat(registered("keeper", "one", "delimitation", 0).state()).isEqualTo(SurveyResult.State.REGISTERED);
    }

    @Test
    void itIsFoundByItsGroundItsProjectAndItsStage() {
        registered("keeper", "one", "delimitation", 0);
        registered("keeper", "two", "cadastral", 9);

        assertThat(as("keeper", () -> surveys()
                        .list(new SurveyResults.Filter("", null, List.of(109.4001, 24.3, 109.4005, 24.31)), 10)))
                .extracting(SurveyResult::title)
                .containsExactly("survey 0");
        assertThat(as("keeper", () -> surveys().list(new SurveyResults.Filter("123456", "cadastral", null), 10)))
                .extracting(SurveyResult::title)
                .containsExactly("survey 9");
        assertThat(as("north", () -> surveys().list(new SurveyResults.Filter("", null, null), 10)))
                .isEmpty();
    }

    @Test
    void onlyACheckedOneIsSharedWithACaseOfItsProject() {
        SurveyResult made = registered("keeper", "one", "delimitation", 0);
        String form = "{\"projectCode\":\"" + PROJECT + "\"}";
        CaseFile file = file(house(), "韦", site(0), CaseFile.Origin.NEW, null, form, CaseState.DRAFT);
        SharedMaterials shared = certificates();

        assertThat(shared.list(file, need("delimitation"))).isEmpty();
        as("head", () -> surveys().check(made.id(), true, ""));

        assertThat(shared.list(file, need("delimitation")))
                .extracting(SharedMaterials.Shared::id)
                .containsExactly(made.id().toString());
        assertThat(shared.list(file(house(), "韦", site(0)), need("delimitation")))
                .isEmpty();
    }

    @Test
    void aCertificateIsSharedWithItsHolderAlone() {
        Permit permit = issued(file(preexamination(), "韦", site(0)), preexamination());
        SharedMaterials shared = certificates();

        assertThat(shared.list(file(landUse(), "韦", site(0)), need("preexamination")))
                .extracting(SharedMaterials.Shared::number)
                .containsExactly(permit.number());
        assertThat(shared.list(file(landUse(), "覃", site(0)), need("preexamination")))
                .isEmpty();
    }

    @Test
    void anExpiredCertificateIsKnownWithTheDaySinceItIs() {
        Permit expired = issued(file(preexamination(), "韦", site(0)), preexamination());
        application()
                .jdbc()
                .sql("update permit set valid_until = :day where id = :id")
                .param("day", today().minusDays(1))
                .param("id", expired.id())
                .update();
        SharedMaterials shared = certificates();
        CaseFile applied = file(landUse(), "韦", site(0));
        assertThat(shared.list(applied, need("preexamination"))).singleElement().satisfies(found -> {
            assertThat(found.standing()).isEqualTo(SharedMaterials.Standing.EXPIRED);
            assertThat(found.since()).isEqualTo(today().minusDays(1));
        });
        Permit valid = issued(file(preexamination(), "韦", site(0)), preexamination());
        assertThat(shared.list(applied, need("preexamination")))
                .extracting(SharedMaterials.Shared::number)
                .containsExactly(valid.number(), expired.number());
    }

    @Test
    void aVisitIsSignedAndItsLeafKept() {
        CaseFile file = file(house(), "韦", site(0), CaseFile.Origin.NEW, null, "{}", CaseState.IN_REVIEW);
        SiteVisits.Order order = new SiteVisits.Order(
                application()
                        .clock()
                        .instant()
                        .minus(Duration.ofHours(1))
                        .truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                109.4005,
                24.3005,
                "the village head",
                "the ground is a yard",
                true,
                List.of());
        SiteVisits visits = application().bean(SiteVisits.class);

        // "local", the home's owner, may do everything
        SiteVisit signed = as("local", () -> visits.sign(file.id(), order));

        assertThat(visits.list(file.id())).containsExactly(signed);
        PermitsContract.refused("permitting.other-division", () -> as("keeper", () -> visits.sign(file.id(), order)));
    }

    @Test
    void twoWhoRegisterTheSameAtOnceRegisterItOnce() {
        TestApplication.inParallel(2, i -> {
            try {
                registered("keeper", "one", "delimitation", 0);
            } catch (org.cuntu.platform.http.ProblemAnswer e) {
                assertThat(e.problem().code()).isEqualTo("permitting.survey-there");
            }
        });

        assertThat(as("keeper", () -> surveys().list(new SurveyResults.Filter("", null, null), 10)))
                .hasSize(1)
                .extracting(SurveyResult::id)
                .doesNotContain(new UUID(0, 0));
    }
}
