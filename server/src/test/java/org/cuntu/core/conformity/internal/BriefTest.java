package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BriefTest {
    @Test
    void onlyWhatHoldsNothingAndTheTablesAreLeftOut() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("DLBM", "0101");
        fields.put("BZ", "");
        fields.put("KCXS", null);
        fields.put("KCMJ", "0.00");
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layers", List.of(Map.of("leaves", List.of(Map.of("area", "12.30", "fields", fields)))));
        tree.put("tables", Map.of("landUse", Map.of()));
        tree.put("canonicalHash", "ab");
        Brief.make(tree);
        assertThat(tree).containsOnlyKeys("layers", "canonicalHash");
        assertThat(fields).containsExactly(Map.entry("DLBM", "0101"), Map.entry("KCMJ", "0.00"));
    }

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
