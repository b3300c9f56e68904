package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GB 32100, with the code that its text works out as the example. */
class CreditCodeTest {
    @Test
    void theStandardsExampleIsWhole() {
        assertThat(CreditCode.isWhole("91350100M000100Y43")).isTrue();
    }

    @Test
    void aDigitThatWasTypedWrongIsNoticed() {
        assertThat(CreditCode.isWhole("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isWhole("91350200M000100Y43")).isFalse();
    }

    @Test
    void lettersThatLookLikeDigitsAreNotOfTheCode() {
        assertThat(CreditCode.isWhole("9135O1OOM000100Y43")).isFalse();
        assertThat(CreditCode.isWhole("91350100M000100Y4")).isFalse();
    }
}
