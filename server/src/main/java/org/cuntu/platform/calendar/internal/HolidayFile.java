package org.cuntu.platform.calendar.internal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.calendar.CalendarYear;
import org.cuntu.platform.calendar.Holiday;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads {@code holidays.yaml} strictly: a year's days lie in that year, and a day that is worked for another is one of a weekend. */
final class HolidayFile {
    private final YamlFile yaml;

    private HolidayFile(YamlFile yaml) {
        this.yaml = yaml;
    }

    /** In the order of the file. */
    static List<CalendarYear> read(Path file) {
        YamlFile yaml = YamlFile.read(file);
        YamlFile.Node top = yaml.root();
        HolidayFile reader = new HolidayFile(yaml);
        List<CalendarYear> years = new ArrayList<>();
        for (YamlFile.Node node : top.nodes("years")) {
            years.add(reader.year(node));
            node.close();
        }
        top.close();
        return List.copyOf(years);
    }

    private CalendarYear year(YamlFile.Node node) {
        int year = node.integer("year", 0);
        List<Holiday> holidays = new ArrayList<>();
        for (YamlFile.Node each : node.nodes("holidays")) {
            holidays.add(holiday(each, year));
            each.close();
        }
        Set<LocalDate> workdays = new HashSet<>();
        for (String text : node.texts("workdays")) workdays.add(workday(node, text, year, holidays));
        return new CalendarYear(
                year,
                node.text("notice"),
                verified(node),
                node.findText("knownFrom").map(text -> instant(node, text)).orElse(null),
                holidays,
                workdays);
    }

    private boolean verified(YamlFile.Node node) {
        String status = node.text("status");
        if (!status.equals("verified") && !status.equals("unverified"))
            throw yaml.refused(
                    "home.wrong-type", Problem.Place.UNKNOWN, "key", node.path(), "wanted", "verified, unverified");
        return status.equals("verified");
    }

    private Holiday holiday(YamlFile.Node node, int year) {
        Holiday holiday = new Holiday(
                node.text("zh"),
                node.text("en"),
                day(node, node.text("from"), year),
                day(node, node.findText("to").orElseGet(() -> node.text("from")), year));
        if (holiday.to().isBefore(holiday.from()))
            throw refused(node, holiday.to().toString(), year);
        return holiday;
    }

    private LocalDate workday(YamlFile.Node node, String text, int year, List<Holiday> holidays) {
        LocalDate day = day(node, text, year);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!weekend || holidays.stream().anyMatch(holiday -> holiday.holds(day))) throw refused(node, text, year);
        return day;
    }

    private LocalDate day(YamlFile.Node node, String text, int year) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() == year) return day;
        } catch (DateTimeException e) {
            // said below
        }
        throw refused(node, text, year);
    }

    private @Nullable Instant instant(YamlFile.Node node, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw yaml.refused(
                    "home.wrong-type",
                    Problem.Place.UNKNOWN,
                    "key",
                    node.path() + ".knownFrom",
                    "wanted",
                    "2025-11-04T00:00:00+08:00");
        }
    }

    private InputRefused refused(YamlFile.Node node, String day, int year) {
        return yaml.refused("calendar.day", Problem.Place.UNKNOWN, "key", node.path(), "day", day, "year", year);
    }
}
