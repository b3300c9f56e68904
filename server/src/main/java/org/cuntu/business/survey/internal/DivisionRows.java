package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyTable.Place;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Organisation.Division;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which divisions are the rows below one, by the divisions' own list at a day; a village is in whatever its code begins with. Thread safe. */
@Component
class DivisionRows {
    private final Organisation organisation;
    private final SurveyFile file;
    private final CityFolder city;

    DivisionRows(Organisation organisation, SurveyFile file, CityFolder city) {
        this.organisation = organisation;
        this.file = file;
        this.city = city;
    }

    /** The division of a question: the city when none is named; empty for one that there is not. */
    Optional<Division> find(@Nullable String code) {
        return organisation.findDivision(code == null || code.isBlank() ? city.code() : code);
    }

    /** The level directly below; a village is its own row. */
    static DivisionLevel below(Division division) {
        for (DivisionLevel level : DivisionLevel.values())
            if (level.digits() > division.significant().length()) return level;
        return DivisionLevel.VILLAGE;
    }

    /** Rows that villages fall into, made for one question. */
    static final class Rows {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Place> places = new ArrayList<>();
        private final String within;
        private final int digits;
        private final SurveyFile file;
        private final Reach reach;
        private final int classification;
        private boolean partial;

        private final String city;

        private Rows(String within, String city, int digits, SurveyFile file, Reach reach, int classification) {
            this.within = within;
            this.city = city;
            this.digits = digits;
            this.file = file;
            this.reach = reach;
            this.classification = classification;
        }

        private void add(Place place, String significant) {
            numbers.put(significant, places.size());
            places.add(place);
        }

        /** The row of a village, −1 for one that lies elsewhere or is not seen; a code that the list does not have is a new row. */
        int of(String village) {
            String code = renamed(village);
            if (!code.startsWith(within) && !(code.isEmpty() && within.equals(city))) return -1;
            if (!reach.sees(code.isEmpty() ? city : code, classification)) {
                partial = true;
                return -1;
            }
            String key = code.length() > digits ? code.substring(0, digits) : code;
            return numbers.computeIfAbsent(key, unlisted -> {
                places.add(
                        unlisted.isEmpty()
                                ? new Place("", "坐落未填", "Village not stated", false)
                                : new Place(unlisted, unlisted, unlisted, false));
                return places.size() - 1;
            });
        }

        private String renamed(String village) {
            for (SurveyFile.Alias alias : file.aliases())
                if (village.startsWith(alias.code()))
                    return alias.now() + village.substring(alias.code().length());
            return village;
        }

        List<Place> places() {
            return List.copyOf(places);
        }

        /** Whether a village that was asked for is not seen. */
        boolean isPartial() {
            return partial;
        }
    }

    /** The rows of a division at a level, those that are seen, in the order of the list. */
    Rows rows(Division division, DivisionLevel level, LocalDate day, Reach reach, int classification) {
        Rows rows = new Rows(
                division.significant(), Reach.significant(city.code()), level.digits(), file, reach, classification);
        List<Division> found = new ArrayList<>();
        if (division.significant().length() >= level.digits()) found.add(division);
        else collect(division, level, day, found);
        for (Division each : found)
            if (reach.sees(each.significant(), classification)) rows.add(place(each), each.significant());
        return rows;
    }

    private void collect(Division division, DivisionLevel level, LocalDate day, List<Division> found) {
        for (Division each : organisation.listBelow(division.code(), day)) {
            if (each.significant().length() >= level.digits()) found.add(each);
            else collect(each, level, day, found);
        }
    }

    static Place place(Division division) {
        String en = division.en().isEmpty() ? division.zh() : division.en();
        return new Place(division.code(), division.zh(), en, true);
    }
}
