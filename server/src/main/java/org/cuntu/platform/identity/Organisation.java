package org.cuntu.platform.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * The city's organisation (组织机构) and its divisions (行政区划): {@code organisation.yaml} and {@code divisions.csv}. Immutable.
 */
public interface Organisation {
    /** The units in force at a day, a parent before its children; townships and villages below their counties. */
    List<Unit> listUnits(LocalDate day);

    Optional<Unit> findUnit(String id, LocalDate day);

    /** The posts that a unit may have. */
    List<Post> listPosts();

    /**
     * The divisions in force at a day directly below one.
     *
     * @param code as in divisions.csv, for example {@code 450200}
     */
    List<Division> listBelow(String code, LocalDate day);

    /** A division by its code or by its significant digits. */
    Optional<Division> findDivision(String code);

    /**
     * A unit of the bureau.
     *
     * @param kind bureau, section, county, new-area, township, village
     * @param parent null for the bureau
     * @param division significant digits of where it works
     */
    record Unit(String id, String zh, String en, String kind, @Nullable String parent, String division, InForce held) {}

    record Post(String id, String zh, String en) {}

    /**
     * @param code six digits of a city or county, nine of a township, twelve of a village
     * @param significant without the zeros of a city: what lies in it begins with it
     */
    record Division(String code, String significant, String zh, String en, InForce held) {}
}
