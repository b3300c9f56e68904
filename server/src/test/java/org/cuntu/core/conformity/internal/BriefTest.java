package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BriefTest {
    @Test
    void isAskedForByTheStandardsHeaderAlone() {
        assertThat(Brief.isPreferred(asking())).isFalse();
        assertThat(Brief.isPreferred(asking("respond-async"))).isFalse();
        assertThat(Brief.isPreferred(asking("return=representation"))).isFalse();
        assertThat(Brief.isPreferred(asking("respond-async, Return=Minimal"))).isTrue();
        assertThat(Brief.isPreferred(asking("wait=10", "return=minimal"))).isTrue();
    }

    private static MockHttpServletRequest asking(String... preferences) {
        var request = new MockHttpServletRequest();
        for (String preference : preferences) request.addHeader("Prefer", preference);
        return request;
    }
}
