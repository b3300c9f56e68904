package org.cuntu.platform.oversight.internal;

import java.util.Optional;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.oversight.GroundDivisions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a place lies in a county where a person has a role, or has one in a part of it. */
@Component
class OwnGround {
    private static final int COUNTY = 6;

    private final ObjectProvider<GroundDivisions> divisions;
    private final String city;

    OwnGround(ObjectProvider<GroundDivisions> divisions, CityFolder folder) {
        this.divisions = divisions;
        this.city = Reach.significant(folder.code());
    }

    /** The county of the place when it is not the person's own; empty when it is, or none is known. */
    Optional<String> findOther(User user, double lon, double lat) {
        if (user.grants().stream()
                .anyMatch(grant -> city.startsWith(grant.part().division()))) return Optional.empty();
        GroundDivisions ground = divisions.getIfAvailable();
        if (ground == null) return Optional.empty();
        return ground.find(lon, lat)
                .filter(code -> code.length() >= COUNTY)
                .map(code -> code.substring(0, COUNTY))
                .filter(county -> user.grants().stream().map(Grant::part).noneMatch(part -> isIn(part, county)));
    }

    private static boolean isIn(Reach.Part part, String county) {
        return county.startsWith(part.division()) || part.division().startsWith(county);
    }
}
