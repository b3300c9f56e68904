package org.cuntu.outward.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterGuide;
import org.cuntu.core.cases.MatterLimits;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;
import org.junit.jupiter.api.Test;

/** A matter is found by what people say. */
class SayingsTest {
    private static final Matter HOUSE =
            matter("rural-house", "乡村建设规划许可证", "Village house permit", List.of("农村建房", "盖房", "宅基地", "village house"));
    private static final Matter CONDITIONS =
            matter("plan-conditions", "规划条件", "Plan conditions", List.of("规划条件", "容积率"));
    private static final Matter SITE =
            matter("site-preexamination", "建设项目用地预审与选址意见书", "Site preexamination", List.of("选址", "预审"));
    private static final List<Matter> ALL = List.of(CONDITIONS, HOUSE, SITE);

    private final Sayings sayings =
            new Sayings(List.of(new Sayings.Saying(List.of("老屋", "三层楼", "new house"), "乡村建设规划许可 农村建房")));

    private static Matter matter(String code, String zh, String en, List<String> words) {
        Words nothing = new Words("", "");
        return new Matter(
                code,
                "h",
                "x",
                new Words(zh, en),
                "rural",
                List.of(),
                new InForce(LocalDate.of(2026, 1, 1), null, null),
                List.of("natural"),
                false,
                List.of(),
                new MatterLimits(20, 7, 5, 10, 10, false),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                "{}",
                null,
                null,
                new MatterGuide(nothing, words, List.of(), List.of(), nothing),
                "",
                Map.of());
    }

    private List<String> find(String sentence) {
        return sayings.find(sentence, ALL).stream()
                .map(found -> found.matter().code())
                .toList();
    }

    @Test
    void whatPeopleSayOfAHouseFindsTheVillageHouse() {
        assertThat(find("我想在老屋旁边盖三层楼")).first().isEqualTo("rural-house");
        assertThat(find("I want a new house beside the old one")).first().isEqualTo("rural-house");
        assertThat(sayings.find("我想在老屋旁边盖三层楼", ALL).getFirst().why()).containsExactly("老屋", "三层楼");
    }

    @Test
    void aWordOfTheGuideGoesBeforePairsOfCharacters() {
        assertThat(find("这块地容积率多少")).first().isEqualTo("plan-conditions");
        assertThat(find("项目选址怎么办")).first().isEqualTo("site-preexamination");
    }

    @Test
    void nothingThatFitsIsNothing() {
        assertThat(find("hello")).isEmpty();
        assertThat(find("？")).isEmpty();
    }

    @Test
    void theSameSentenceFindsTheSame() {
        assertThat(find("规划许可")).isEqualTo(find("规划许可"));
    }
}
