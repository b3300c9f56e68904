package org.cuntu.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseCopyTest {
    private static final CaseCopy.Setting SETTING =
            new CaseCopy.Setting(1, new double[] {109, 24, 110, 25}, new String[] {"450206102", "450203100"}, 20);
    private static final CaseSamples.Sample ACCEPT =
            new CaseSamples.Sample(UUID.fromString("11111111-2222-4333-8444-555555555555"), "accept", 100);

    private static CaseCopy open(int n) {
        return CaseCopy.of(n, ACCEPT, true, SETTING);
    }

    @Test
    void theSameNumberGivesTheSameCopyAndNoTwoShareAnId() {
        assertThat(open(7)).usingRecursiveComparison().isEqualTo(open(7));
        Set<UUID> ids = new HashSet<>();
        IntStream.range(0, 10_000).forEach(n -> {
            ids.add(open(n).id());
            ids.add(CaseCopy.of(n, ACCEPT, false, SETTING).id());
        });
        assertThat(ids).hasSize(20_000).allMatch(id -> id.version() == 4);
    }

    @Test
    void nobodyIsUntoldLongerThanTheLawLets() {
        assertThat(IntStream.range(0, 10_000)
                        .map(n -> open(n).days())
                        .distinct()
                        .sorted())
                .containsExactly(0, 7);
    }

    @Test
    void eachCitizenHasOneUnderWayAndFourEnded() {
        assertThat(IntStream.range(0, 1_000).filter(n -> !open(n).account().isEmpty()))
                .hasSize(20);
        assertThat(IntStream.range(0, 1_000).filter(n -> !CaseCopy.of(n, ACCEPT, false, SETTING)
                        .account()
                        .isEmpty()))
                .hasSize(80);
    }

    @Test
    void officersOfFiftyDoEveryStepOfEveryCounty() {
        List<CasePeople.Officer> officers = CasePeople.officers(50);
        Set<String> does = CasePeople.doers(officers).keySet();

        for (String county : CasePeople.COUNTIES)
            for (String step : List.of("accept", "examine", "check", "decide"))
                assertThat(does).contains(step + " " + county);
        for (String step : List.of("join-cropland", "join-geohazard", "issue"))
            assertThat(does).contains(step + " 450200");
    }

    @Test
    void aNamesTokensAreItsCharactersTheirPairsAndThePinyin() {
        assertThat(CaseNames.tokens("韦家1"))
                .containsExactlyInAnyOrder(
                        "t:韦", "t:家", "t:1", "t:韦家", "t:家1", "p:w", "p:we", "p:wei", "i:wj", "p:j", "p:ji", "p:jia");
    }
}
