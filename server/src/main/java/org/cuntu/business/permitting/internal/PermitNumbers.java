package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of certificates by leading word, issuing county and calendar year, from 1: the row of the serial is held until the issuing
 * transaction ends, so that what is rolled back never was and what is given is given once. Called inside a transaction.
 */
@Component
class PermitNumbers {
    /** What a printed number may look like, of whatever city and system (用字, 地字, 建字, 乡字). */
    static final Pattern SHAPE = Pattern.compile("[用地建乡]字第\\d{10}([A-Z]{2})?\\d{4,7}(S\\d{2})?号");

    private static final Pattern PLACE = Pattern.compile("\\{(lead|division|year|serial)(?::(\\d))?}");
    private static final int DIGITS = 5;

    private final JdbcClient jdbc;
    private final CityFolder city;

    PermitNumbers(JdbcClient jdbc, CityFolder city) {
        this.jdbc = jdbc;
        this.city = city;
    }

    /** @param division significant digits of the ground */
    String next(MatterResult result, String division, int year) {
        String county = division.length() >= 6 ? division.substring(0, 6) : city.code();
        int serial = serial(result.lead(), county, year);
        StringBuilder number = new StringBuilder();
        Matcher place = PLACE.matcher(result.pattern());
        while (place.find()) {
            String value =
                    switch (place.group(1)) {
                        case "lead" -> result.lead();
                        case "division" -> county;
                        case "year" -> String.valueOf(year);
                        default -> serial(serial, place.group(2) == null ? DIGITS : Integer.parseInt(place.group(2)));
                    };
            place.appendReplacement(number, Matcher.quoteReplacement(value));
        }
        return place.appendTail(number).toString();
    }

    private static String serial(int serial, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", serial);
    }

    private int serial(String lead, String county, int year) {
        Optional<Integer> last = held(lead, county, year);
        if (last.isEmpty()) {
            // Only whoever begins a serial waits here for all others that do.
            jdbc.sql("select id from permit_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
            last = held(lead, county, year);
        }
        if (last.isEmpty()) {
            jdbc.sql("""
                insert into permit_serial (lead_word, division, calendar_year, last_given)
                values (:lead, :county, :year, 1)\
                """)
                    .param("lead", lead)
                    .param("county", county)
                    .param("year", year)
                    .update();
            return 1;
        }
        int next = last.get() + 1;
        jdbc.sql("""
            update permit_serial set last_given = :next
            where lead_word = :lead and division = :county and calendar_year = :year\
            """)
                .param("next", next)
                .param("lead", lead)
                .param("county", county)
                .param("year", year)
                .update();
        return next;
    }

    private Optional<Integer> held(String lead, String county, int year) {
        return jdbc.sql("""
            select last_given from permit_serial
            where lead_word = :lead and division = :county and calendar_year = :year for update\
            """)
                .param("lead", lead)
                .param("county", county)
                .param("year", year)
                .query(Integer.class)
                .optional();
    }

    /** Keeps that a number was given. */
    void given(String number, UUID permit, Instant at) {
        jdbc.sql("insert into permit_number (number, permit, given_at) values (:number, :permit, :at)")
                .param("number", number)
                .param("permit", permit)
                .param("at", DbTime.of(at))
                .update();
    }

    void voided(String number, String by, Instant at, String reason) {
        jdbc.sql("update permit_number set voided_by = :by, voided_at = :at, reason = :reason where number = :number")
                .param("number", number)
                .param("by", by)
                .param("at", DbTime.of(at))
                .param("reason", reason)
                .update();
    }

    List<Permit.Voided> listVoided(UUID permit) {
        return jdbc.sql("""
            select * from permit_number where permit = :permit and voided_at is not null order by voided_at\
            """)
                .param("permit", permit)
                .query((row, n) -> new Permit.Voided(
                        row.getString("number"),
                        row.getString("voided_by"),
                        DbTime.read(row, "voided_at"),
                        row.getString("reason")))
                .list();
    }
}
