package org.cuntu.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of several answers the reader's comes first. */
class SearchTextTest {
    private static List<String> ranked(String typed, String... names) {
        SearchText text = SearchText.of(typed);
        return Stream.of(names)
                .filter(name -> text.score(name) > 0)
                .sorted(Comparator.comparingInt(text::score).reversed())
                .toList();
    }

    @Test
    void theNameItselfComesBeforeItsBeginningAndThatBeforeAPart() {
        assertThat(ranked("穿山", "老穿山村", "穿山镇", "穿山")).containsExactly("穿山", "穿山镇", "老穿山村");
    }

    @Test
    void ofNamesThatAnswerAlikeTheShorterComesFirst() {
        assertThat(ranked("穿山", "穿山社区居民委员会", "穿山镇")).containsExactly("穿山镇", "穿山社区居民委员会");
    }

    @Test
    void charactersComeBeforePinyin() {
        assertThat(ranked("cs", "穿山", "CS-01")).containsExactly("CS-01", "穿山");
    }

    @Test
    void aSyllableIsNotTornApart() {
        assertThat(SearchText.of("uan").score("穿山")).isZero();
        assertThat(SearchText.of("chushan").score("穿山")).isZero();
    }

    @Test
    void aTextOfSignsAloneFindsNothing() {
        assertThat(SearchText.of("——（）").score("穿山（镇）")).isZero();
    }
}
