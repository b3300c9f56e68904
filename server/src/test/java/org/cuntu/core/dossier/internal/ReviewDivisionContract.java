package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which division a kept review lies (contracts 12): the smallest that holds all its ground, by the townships of its day. */
abstract class ReviewDivisionContract extends Fields {
    /** Two townships of 柳江 side by side, and one of 鱼峰 east of them. */
    private void townships() {
        release(
                "XZQ",
                DAY,
                rectangle(0, 0, 30, 10),
                new Drawn(rectangle(0, 0, 10, 10), "XZQDM", "450206100"),
                new Drawn(rectangle(10, 0, 20, 10), "XZQDM", "450206101"),
                new Drawn(rectangle(20, 0, 30, 10), "XZQDM", "450203100"));
    }

    private String reach(String review) {
        return application
                .jdbc()
                .sql("select division from review_reach where review = :id")
                .param("id", review)
                .query(String.class)
                .single();
    }

    @Test
    void withinOneTownshipItLiesThere() {
        townships();

        assertThat(reach(review("a", rectangle(2, 2, 4, 4)))).isEqualTo("450206100");
    }

    @Test
    void overTwoTownshipsItLiesInTheirCountyOverTwoCountiesInTheCity() {
        townships();

        assertThat(reach(review("b", rectangle(8, 2, 12, 4)))).isEqualTo("450206");
        assertThat(reach(review("c", rectangle(18, 2, 22, 4)))).isEqualTo("4502");
    }

    @Test
    void aSiteThatOnlyTouchesAnotherTownshipDoesNotLieInIt() {
        townships();

        assertThat(reach(review("d", rectangle(6, 2, 10, 4)))).isEqualTo("450206100");
    }

    @Test
    void whereNoTownshipIsKnownItLiesInTheWholeCity() {
        assertThat(reach(review("e", rectangle(2, 2, 4, 4)))).isEqualTo("4502");
    }
}
