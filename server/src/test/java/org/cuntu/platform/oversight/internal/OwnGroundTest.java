package org.cuntu.platform.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.oversight.GroundDivisions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which county a place of an act lies in, when it is none of the person's own. */
class OwnGroundTest {
    /** West of 109.5 柳江 (450206), east of it 鱼峰 (450203); north of 25 nobody knows. */
    private final GroundDivisions city =
            (lon, lat) -> lat > 25 ? Optional.empty() : Optional.of(lon < 109.5 ? "450206100" : "450203101");

    private final OwnGround own = new OwnGround(
            new StaticListableBeanFactory(java.util.Map.of("city", city)).getBeanProvider(GroundDivisions.class),
            new CityFolder(
                    Path.of("."),
                    "450200",
                    "柳州市",
                    "Liuzhou",
                    ZoneId.of("UTC"),
                    List.of(0d, 0d, 1d, 1d),
                    List.of(0d, 0d)));

    @Test
    void aPlaceInAnotherCountyIsNamedAndOneInTheOwnIsNot() {
        assertThat(own.findOther(of("450206"), 109.6, 24.3)).contains("450203");
        assertThat(own.findOther(of("450206"), 109.4, 24.3)).isEmpty();
    }

    @Test
    void theCountyOfOnesTownshipIsOnesOwn() {
        assertThat(own.findOther(of("450206100"), 109.4, 24.3)).isEmpty();
    }

    @Test
    void whoWorksInTheWholeCityHasNoOtherCounty() {
        assertThat(own.findOther(of("4502"), 109.6, 24.3)).isEmpty();
        assertThat(own.findOther(of(""), 109.6, 24.3)).isEmpty();
    }

    @Test
    void whereNoDivisionIsKnownNothingIsSaid() {
        assertThat(own.findOther(of("450206"), 109.6, 25.5)).isEmpty();
    }

    private static User of(String division) {
        return new User(
                "u", "n", "unit", List.of(new Grant("reviewer", List.of("*:*:*"), new Reach.Part(division, 4), null)));
    }
}
