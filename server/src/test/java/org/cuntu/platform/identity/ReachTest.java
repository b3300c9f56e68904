package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a permission holds (contracts 12): a division with what lies in it, up to a classification. */
class ReachTest {
    private final Reach liujiang = new Reach(List.of(new Reach.Part("450206", 3)));

    @Test
    void aCountyHoldsItsTownshipsAndVillagesAndNothingElse() {
        assertThat(liujiang.sees("450206", 1)).isTrue();
        assertThat(liujiang.sees("450206100", 1)).isTrue();
        assertThat(liujiang.sees("450206100001", 3)).isTrue();
        assertThat(liujiang.sees("450223", 1)).isFalse();
        assertThat(liujiang.sees("4502", 1)).isFalse();
        assertThat(liujiang.sees(null, 1)).isFalse();
    }

    @Test
    void whatIsClassifiedHigherIsNotSeen() {
        assertThat(liujiang.sees("450206", 4)).isFalse();
        assertThat(liujiang.sees(3)).isTrue();
        assertThat(liujiang.sees(4)).isFalse();
    }

    @Test
    void levelsAndDivisionsOfTwoRolesAreNotMixed() {
        Reach both = new Reach(List.of(new Reach.Part("4502", 1), new Reach.Part("450206", 3)));

        assertThat(both.sees("450206", 3)).isTrue();
        assertThat(both.sees("450223", 1)).isTrue();
        assertThat(both.sees("450223", 2)).isFalse();
    }

    @Test
    void aPermissionReachesAsFarAsTheRolesThatHoldIt() {
        User user = new User(
                "a",
                "a",
                "u",
                List.of(
                        new Grant("viewer", List.of("x:y:read"), new Reach.Part("4502", 2), null),
                        new Grant("editor", List.of("x:*:*"), new Reach.Part("450206", 1), null)));

        assertThat(user.reach("x:y:write").sees("450223", 1)).isFalse();
        assertThat(user.reach("x:y:write").sees("450206", 1)).isTrue();
        assertThat(user.reach("x:y:read").sees("450223", 2)).isTrue();
        assertThat(user.reach("z:y:read")).isEqualTo(Reach.NOTHING);
    }

    @Test
    void aCitysCodeLosesTheZerosOfItsCounties() {
        assertThat(Reach.significant("450200")).isEqualTo("4502");
        assertThat(Reach.significant("450000")).isEqualTo("45");
        assertThat(Reach.significant("450206")).isEqualTo("450206");
        assertThat(Reach.significant("450206100")).isEqualTo("450206100");
    }
}
