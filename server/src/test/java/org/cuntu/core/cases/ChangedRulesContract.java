package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.core.cases.internal.CaseGroundWatch;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/**
 * A city with one rule more, which begins in three days and forbids building on forest; run on each database that the product supports.
 * The one test moves the clock over that day.
 */
abstract class ChangedRulesContract extends CaseCity {
    private static final String RULE = """
            id: no-houses-in-forest
            version: 1
            title: {zh: 林地不得建房（测试）, en: No house in a forest (test)}
            article:
              - {doc: 测试, clause: "", status: unverified}
            inForce: {from: "%s"}
            appliesBy: review
            layers:
              - {name: DLTB, required: true}
            select:
              layer: DLTB
              where: "DLBM.startsWith('03')"
              relation: overlaps
            when: "area > 0"
            verdict: FAIL
            severity: PROHIBITED
            needs: []
            remedy: {zh: 换一个地方。, en: Choose another place.}
            inWords: {zh: 用地与林地重叠。, en: The site overlaps a forest.}
            examples:
              - name: {zh: 占用林地, en: In a forest}
                given:
                  site: "100.00"
                  pieces:
                    - {area: "100.00", fields: {DLBM: "0301"}}
                expect: FAIL
              - name: {zh: 不涉及, en: Not concerned}
                given:
                  site: "100.00"
                  pieces: []
                expect: PASS
            """;

    static List<String> settings(Path folder) {
        LocalDate from = CityClock.system(ZoneId.of("Asia/Shanghai")).today().plusDays(3);
        Path city = folder.resolve("city");
        Path given = TestApplication.root().resolve("city/liuzhou");
        try (Stream<Path> files = Files.walk(given)) {
            for (Path file : files.toList())
                Files.copy(file, city.resolve(given.relativize(file).toString()));
            Files.writeString(city.resolve("rules/no-houses-in-forest.yaml"), RULE.formatted(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("cuntu.city=" + city);
    }

    private List<Notice> told(String person, CaseFile file) {
        return as(person, () -> application().bean(Notices.class).listOwn(1000)).stream()
                .filter(notice -> notice.object().equals(file.id().toString()))
                .filter(notice -> notice.kind().equals("drift"))
                .toList();
    }

    @Test
    void aRuleThatBeginsTellsWhoHasACaseOnceByHowMuch() {
        CaseGroundWatch watch = application().bean(CaseGroundWatch.class);
        CaseFile file = accepted(1);
        as("officer", () -> cases().claim(open(file, "examine").id()));
        watch.look();
        watch.look();
        application().clock().pass(Duration.ofDays(4));
        watch.look();
        TestApplication.eventually(
                "the officer is told", () -> !told("officer", file).isEmpty());
        watch.look();
        assertThat(told("officer", file)).singleElement().satisfies(notice -> assertThat(notice.zh())
                .contains("no-houses-in-forest", "→ FAIL", "m²"));
        assertThat(told("citizen", file)).hasSize(1);
        assertThat(application()
                        .jdbc()
                        .sql("select cause from case_drift where case_id = :id")
                        .param("id", file.id())
                        .query(String.class)
                        .list())
                .containsExactly("no-houses-in-forest");
        assertThat(application()
                        .jdbc()
                        .sql("select count(*) from task where kind = 'cases.drift'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
