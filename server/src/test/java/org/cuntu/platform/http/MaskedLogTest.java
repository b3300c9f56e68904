package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of persons in the log. The identity number is the example of GB 11643-1999, 4. */
class MaskedLogTest {
    @ParameterizedTest
    @CsvSource({
        "owner 11010519491231002X said,owner 1101**********002X said",
        "id=440524188001010014&x,id=4405**********0014&x",
        "call 13807720001 now,call 138****0001 now",
        "'11010519491231002X,13807720001','1101**********002X,138****0001'"
    })
    void areMasked(String text, String shown) {
        assertThat(MaskedLog.masked(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 64-digit hash 45020519990307123e9138077200011f",
                "easting 36642000.1380772",
                "450200 took 1380 ms",
                "parcel 450205001001GB00012"
            })
    void othersStay(String text) {
        assertThat(MaskedLog.masked(text)).isEqualTo(text);
    }

    @Test
    void aTextWithoutAnyIsTheSame() {
        assertThat(MaskedLog.masked("没有任何号码")).isEqualTo("没有任何号码");
    }
}
