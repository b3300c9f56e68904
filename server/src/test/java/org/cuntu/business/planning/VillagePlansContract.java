package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cuntu.business.planning.VillagePlan.State;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.testing.Deliveries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for the register of village plans; every place of the small city is a village. */
abstract class VillagePlansContract extends LineCity {
    private static final String HEADS = "村代码,村庄类型,应编,状态,批准文号,批准日期\n";

    @BeforeEach
    void begin() {
        for (String table : List.of("village_plan_event", "village_plan", "four_eyes"))
            application().jdbc().sql("delete from " + table).update();
        anew();
        layer("CJDCQ", "ZLDWDM", IntStream.range(0, 10).boxed().toList(), place -> village(place) + "0000000");
    }

    private static String village(int place) {
        return (place < 5 ? WEST : EAST) + "10020" + place;
    }

    private Map<String, VillagePlan> register() {
        return as("section", () -> application().bean(VillagePlans.class).register(null));
    }

    private FourEyes fourEyes() {
        return application().bean(FourEyes.class);
    }

    private static Map<String, String> row(int place, String type, String state, String approval, String on) {
        return Map.of("code", village(place), "type", type, "state", state, "approval", approval, "approvedOn", on);
    }

    private void entered(Map<String, String> content) {
        FourEyes.Matter matter = as("planner", () -> fourEyes().propose("village-register", "x", content, "because"));
        as("section", () -> fourEyes().approve(matter.id(), ""));
    }

    private Map<String, String> table(String rows) {
        String text = HEADS + rows;
        return as("planner", () -> {
            try {
                var kept = application()
                        .bean(Files.class)
                        .keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rows.csv", "text/csv");
                return Map.of("table", kept.sha256(), "tableName", "rows.csv");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aVillageIsInTheRegisterWhenAnotherPersonAgreed() {
        entered(row(1, "cluster", "APPROVED", "CG-1", "2025-05-01"));

        assertThat(register().get(village(1))).satisfies(plan -> {
            assertThat(plan.state()).isEqualTo(State.APPROVED);
            assertThat(plan.must()).as("as the city's file says of the type").isTrue();
        });
    }

    @Test
    void aTableIsTakenWhole() {
        entered(table(village(1) + ",集聚提升,是,已批,CG-1,2025-05-01\n" + village(7) + ",搬迁撤并,否,未编,,\n"));

        assertThat(register()).hasSize(2);
        assertThat(register().get(village(7)).must()).isFalse();
    }

    @Test
    void withOneWrongRowNoneIsTakenAndTheRowIsNamed() {
        Map<String, String> content = table(village(1) + ",集聚提升,是,在编,,\n" + village(2) + ",城堡,是,在编,,\n999,其他,否,未编,,\n");

        assertThatThrownBy(() -> entered(content))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .extracting(problem ->
                                problem.place().line() + " " + problem.args().get("field"))
                        .containsExactly("3 type", "4 code"));
        assertThat(register()).isEmpty();
    }

    @Test
    void anApprovalNeedsItsNumberAndADayThatHasCome() {
        assertThatThrownBy(() -> entered(row(1, "cluster", "APPROVED", "", "2999-01-01")))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.args().get("field"))
                        .containsExactly("approval", "approvedOn"));
    }

    @Test
    void aPlansGroundIsKeptWithItsAreasAndTheSystemItWasStatedIn() {
        String shape = Deliveries.collection(Deliveries.feature("\"name\":\"ground\"", Deliveries.square(1)));
        FileRef kept = as("planner", () -> {
            try {
                return application()
                        .bean(Files.class)
                        .keep(
                                new ByteArrayInputStream(shape.getBytes(StandardCharsets.UTF_8)),
                                "ground.geojson",
                                "application/geo+json");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Map<String, String> content = new HashMap<>(row(1, "cluster", "DRAFTING", "", ""));
        content.putAll(Map.of("ground", kept.sha256(), "groundName", "ground.geojson", "crs", "EPSG:4490"));

        entered(content);
        entered(row(1, "cluster", "APPROVED", "CG-1", "2025-05-01"));

        assertThat(register().get(village(1)).ground()).isNotNull().satisfies(ground -> {
            assertThat(ground.sha256()).isEqualTo(kept.sha256());
            assertThat(ground.crs()).isEqualTo("EPSG:4490");
            assertThat(ground.area()).isEqualTo(square(1));
            assertThat(ground.inside()).isEqualTo(square(1));
        });
    }

    @Test
    void nobodyDecidesWhatTheyProposed() {
        FourEyes.Matter matter = as("planner", () -> fourEyes()
                .propose("village-register", "x", row(1, "cluster", "NONE", "", ""), "because"));

        assertThatThrownBy(() -> as("planner", () -> fourEyes().approve(matter.id(), "")))
                .isInstanceOf(ProblemAnswer.class);
    }

    @Test
    void aCountysPersonSeesTheVillagesOfThatCounty() {
        entered(row(1, "cluster", "NONE", "", ""));
        entered(row(7, "cluster", "NONE", "", ""));

        assertThat(as("county", () -> application().bean(VillagePlans.class).register(null)))
                .containsOnlyKeys(village(1));
    }

    @Test
    void theRegisterAsOfAMomentIsWhatWasKnownThenAndTheHistoryStays() {
        Instant before = application().bean(CityClock.class).now();
        entered(row(1, "cluster", "DRAFTING", "", ""));
        entered(row(1, "cluster", "APPROVED", "CG-1", "2025-05-01"));

        assertThat(as("section", () -> application().bean(VillagePlans.class).register(before.minusSeconds(1))))
                .isEmpty();
        assertThat(as("section", () -> application().bean(VillagePlans.class).listEvents(village(1))))
                .extracting(event -> event.after().state())
                .containsExactly(State.APPROVED, State.DRAFTING);
    }
}
