package org.cuntu.core.cases.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a process opens nothing else. */
class FlowTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>",
                "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><x>&b;</x>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x/>",
                "<x>",
            })
    void aTextThatNamesSomethingElseIsRefused(String text) {
        assertThatThrownBy(() -> FlowText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlainTextIsRead() {
        assertThat(FlowText.read("<x a='1'/>").getDocumentElement().getAttribute("a"))
                .isEqualTo("1");
    }
}
