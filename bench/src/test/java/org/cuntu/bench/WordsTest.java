package org.cuntu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void everySentenceIsThereInBothLanguages() {
        assertThat(new Words("zh").bundle().keySet().stream().filter(key -> !key.startsWith("row.")))
                .containsExactlyInAnyOrderElementsOf(new Words("en").bundle().keySet());
    }

    @Test
    void aRowIsNamedInChineseAndKeepsItsNameInEnglish() {
        assertThat(new Words("zh").row("site × 5 layers, areas, p50")).isEqualTo("地块 × 5 图层,面积,p50");
        assertThat(new Words("en").row("site × 5 layers, areas, p50")).isEqualTo("site × 5 layers, areas, p50");
    }
}
