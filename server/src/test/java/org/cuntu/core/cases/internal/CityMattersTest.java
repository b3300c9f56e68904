package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.Matters;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matters of the city as they are. */
class CityMattersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final TestApplication application = TestApplication.onH2();
    private final Matters matters = application.bean(Matters.class);

    @TempDir
    Path root;

    @Test
    void cityHasItsFourMattersAndThePack() {
        assertThat(matters.list(DAY))
                .extracting(Matter::code)
                .containsExactly(
                        "land-use-permit", "plan-conditions", "project-pack", "rural-house", "site-preexamination");
    }

    @Test
    void matterNotYetInForceIsFoundAndNotListed() {
        assertThat(matters.list(LocalDate.of(2019, 12, 31)))
                .extracting(Matter::code)
                .doesNotContain("rural-house");
        assertThat(matters.find("rural-house")).isPresent();
    }

    @Test
    void villagersHouseGoesThroughTownshipCountyAndTwoSectionsAtOnce() {
        assertThat(matters.find("rural-house").orElseThrow().steps())
                .extracting(step -> step.id() + " " + step.kind() + " " + step.unit())
                .containsExactly(
                        "accept ACCEPT township",
                        "correct CORRECT null",
                        "examine EXAMINE county",
                        "join-cropland JOIN cropland",
                        "join-geohazard JOIN geohazards",
                        "check CHECK county",
                        "decide DECIDE county",
                        "issue ISSUE county");
    }

    @Test
    void processesAreDrawnFromLeftToRightInTheWidthOfThePage() {
        for (Matter matter : matters.list(DAY))
            for (String box : matter.process()
                    .lines()
                    .filter(line -> line.contains("<dc:Bounds"))
                    .toList()) {
                int right = Integer.parseInt(box.replaceAll(".* x=\"(\\d+)\".*", "$1"))
                        + Integer.parseInt(box.replaceAll(".* width=\"(\\d+)\".*", "$1"));
                assertThat(right).as("%s %s", matter.code(), box).isLessThanOrEqualTo(1040);
            }
    }

    @Test
    void decisionsFollowTheAct() {
        Matter matter = matters.find("rural-house").orElseThrow();
        MatterDecisions decisions = application.bean(MatterDecisions.class);

        assertThat(decisions.decide(matter, facts("accept", Conclusion.ACCEPT)))
                .containsOnly(
                        Map.entry("accepted", true),
                        Map.entry("approved", false),
                        Map.entry("incomplete", false),
                        Map.entry("refusing", false));
        assertThat(decisions.decide(matter, facts("examine", Conclusion.REFUSE)))
                .containsEntry("refusing", true);
        assertThat(decisions.decide(matter, facts("check", Conclusion.AGREE))).containsEntry("approved", false);
        assertThat(decisions.decide(matter, facts("decide", Conclusion.AGREE))).containsEntry("approved", true);
    }

    @Test
    void assessmentIsAskedOnlyWhereASlopeIsCut() {
        Matter matter = matters.find("rural-house").orElseThrow();
        MatterDecisions decisions = application.bean(MatterDecisions.class);
        var assessment = matter.materials().stream()
                .filter(need -> need.id().equals("slope-assessment"))
                .findFirst()
                .orElseThrow();

        assertThat(decisions.isNeeded(matter, assessment, Map.of("cutSlope", true)))
                .isTrue();
        assertThat(decisions.isNeeded(matter, assessment, Map.of("cutSlope", false)))
                .isFalse();
        assertThat(decisions.isNeeded(matter, assessment, Map.of())).isFalse();
    }

    private static MatterDecisions.Facts facts(String step, Conclusion conclusion) {
        return new MatterDecisions.Facts(step, conclusion, Map.of(), null, Map.of(), List.of());
    }

    @Test
    void anotherMatterIsAnotherFolder() throws IOException {
        Path folder = root.resolve("village-shop");
        HostileMattersTest.copy(TestApplication.root().resolve("city/liuzhou/matters/rural-house"), folder);
        Path yaml = folder.resolve("matter.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("code: rural-house", "code: village-shop")
                        .replace("shortName: 乡字", "shortName: 乡店"));

        Matter fifth = MatterFolders.read(root, application.bean(MatterReader.class))
                .matters()
                .get("village-shop");

        assertThat(fifth.shortName()).isEqualTo("乡店");
        assertThat(fifth.steps()).extracting(MatterStep::permission).contains("cases:step:decide");
    }

    @Test
    void examplesHaveTheirShapeAndNameStepsAndRolesThatThereAre() {
        Path folders = application.bean(CityFolder.class).file("matters");
        List<String> roles = org.cuntu.testing.Talk.roles(application);
        for (Matter matter : matters.list(DAY)) {
            List<Problem> problems = new ArrayList<>();
            MatterFolder folder = MatterFolder.read(folders.resolve(matter.code()), problems);
            List<MatterExample> examples = MatterExample.list(folder);

            assertThat(problems).isEmpty();
            assertThat(examples).as(matter.code()).hasSizeGreaterThanOrEqualTo(2);
            for (MatterExample example : examples)
                for (MatterExample.Act act : example.acts()) {
                    if (act.step() != null)
                        assertThat(matter.step(act.step()).id()).isEqualTo(act.step());
                    if (!act.as().equals("applicant")) assertThat(roles).contains(act.as());
                    act.open()
                            .forEach(step -> assertThat(matter.step(step).id()).isEqualTo(step));
                }
        }
    }

    @Test
    void settingsOfCasesAreDatedAndNameTheirBasis() {
        CaseSettings settings = application.bean(CaseSettings.class);

        assertThat(settings.lights(DAY).yellowShare()).isEqualTo(70);
        assertThat(settings.remedies(DAY).reconsiderationDays()).isEqualTo(60);
        assertThat(settings.remedies(DAY).lawsuitMonths()).isEqualTo(6);
        assertThat(settings.findSuspension("hearing", DAY).orElseThrow().basis().clause())
                .isEqualTo("第四十五条");
        assertThat(settings.findSuspension("hearing", LocalDate.of(2004, 6, 30)))
                .isEmpty();
    }

    @Test
    void unitsOfTheStepsAreThoseOfTheOrganisation() {
        Organisation organisation = application.bean(Organisation.class);
        for (Matter matter : matters.list(DAY))
            for (MatterStep step : matter.steps())
                if (step.unit() != null && !List.of("county", "township").contains(step.unit()))
                    assertThat(organisation.findUnit(step.unit(), DAY))
                            .as("%s %s", matter.code(), step.id())
                            .isPresent();
    }
}
