package org.cuntu.core.cases.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine is never given, whatever was checked before. */
class FlowGuardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <scriptTask id="s" scriptFormat="groovy"/> | <scriptTask>
                    <serviceTask id="s" xmlns:f="http://flowable.org/bpmn" f:class="java.lang.Runtime"/> | f:class
                    <serviceTask id="s" xmlns:f="http://flowable.org/bpmn" f:type="mail"/> | f:type
                    <userTask id="s"><extensionElements/></userTask> | <extensionElements>
                    <userTask id="s" name="${bean.run()}"/> | ${bean.run()}
                    <userTask id="s"><documentation>#{bean.run()}</documentation></userTask> | #{bean.run()}
                    <sequenceFlow id="s"><conditionExpression>${known.equals(1)}</conditionExpression></sequenceFlow> | equals
                    <sequenceFlow id="s"><conditionExpression>${unknown}</conditionExpression></sequenceFlow> | ${unknown}
                    <sendTask id="s"/> | <sendTask>
                    """)
    void whatCouldRunCodeIsRefusedByName(String xml, String tried) {
        Matter matter = Flow.of("hostile")
                .user("a", "b")
                .when("known", "a", "b")
                .raw(xml)
                .matter();

        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> FlowGuard.check(matter));

        assertThat(refused.problems()).isNotEmpty();
        assertThat(refused.problems().getFirst().code()).isEqualTo("cases.process-forbidden");
        assertThat(refused.problems().getFirst().what(Locale.ENGLISH)).contains("hostile", tried);
    }

    @Test
    void aDecisionOfTheMatterIsACondition() {
        Matter matter = Flow.of("fine").user("a", "b").when("!known", "a", "b").matter();

        assertThatCode(() -> FlowGuard.check(matter)).doesNotThrowAnyException();
    }

    @Test
    void aFileThatOpensAnotherIsNotRead() {
        Matter matter = Flow.of("opening").matter("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>");

        assertThat(catchThrowableOfType(InputRefused.class, () -> FlowGuard.check(matter))
                        .problems())
                .hasSize(1);
    }
}
