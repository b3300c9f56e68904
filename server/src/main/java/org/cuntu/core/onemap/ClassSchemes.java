package org.cuntu.core.onemap;

import java.util.List;
import java.util.Optional;

/** The class schemes of the city, each named with its version, for example SD2019 or YDYH2023. Thread safe. */
public interface ClassSchemes {
    /** Every class of a scheme in the order of its file; empty when the city has no such scheme. */
    Optional<List<Entry>> find(String scheme);

    /**
     * A class.
     *
     * @param code as in the data, with its suffix
     * @param l1 the first-level class
     * @param l1Name its name
     * @param threeWay 农用地, 建设用地, 未利用地, or empty where the scheme has no such roll-up
     * @param en its name in English; the standards have Chinese ones alone, this is the city's translation
     * @param l1En the first level's
     */
    record Entry(String code, String name, String l1, String l1Name, String threeWay, String en, String l1En) {}
}
