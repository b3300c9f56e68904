package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of villages as they come from offices. */
class VillageSheetTest {
    @TempDir
    Path folder;

    private List<List<String>> read(String name, byte[] bytes) throws IOException {
        return VillageSheet.read(Files.write(folder.resolve(name), bytes), name);
    }

    @Test
    void aWorkbookIsReadAsItsTextsAndNumbersWithoutClosingZeros() throws IOException {
        PlanWorkbook book = new PlanWorkbook(
                "villages",
                "as of a day",
                List.of(new PlanWorkbook.Sheet(
                        "台账",
                        List.of("村代码", "面积"),
                        List.of(1),
                        List.of(List.of("450203100201", "12.50"), List.of("450203100202", "0.00")))));

        List<List<String>> rows = read("villages.xlsx", book.xlsx());

        assertThat(rows.get(2)).containsExactly("村代码", "面积");
        assertThat(rows.get(3).getFirst()).isEqualTo("450203100201");
        assertThat(rows.get(3).get(1)).isEqualTo("12.5");
    }

    @Test
    void separatedValuesMayBeQuotedAndInEitherEncoding() throws IOException {
        String text = "村代码,状态\r\n1,\"在编, 待审\"\r\n";

        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")))
            assertThat(read("villages.csv", text.getBytes(charset)))
                    .containsExactly(List.of("村代码", "状态"), List.of("1", "在编, 待审"));
    }

    @Test
    void cellsThatAreEmptyKeepThePlacesOfTheOthers() throws IOException {
        assertThat(read("villages.csv", "a,b,c\n\n1,,3\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("a", "b", "c"), List.of(), List.of("1", "", "3"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> read("villages.csv", "one line".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> read("villages.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> read("villages.xlsx", "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputRefused.class);
    }
}
