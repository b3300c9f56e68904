package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;

/** An entry as somebody types it: names of members to texts, checked all together. */
@Component
class SectorForm {
    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final Map<String, String> LABELS = Map.of(
            "code", "代码",
            "name", "规划名称",
            "sector", "领域",
            "division", "行政区",
            "maker", "组织编制单位",
            "approver", "审批机关",
            "firstYear", "起始年",
            "lastYear", "终止年",
            "deadline", "完成期限");

    private final SectorFile file;
    private final Organisation organisation;
    private final CityFolder city;
    private final CityClock clock;

    SectorForm(SectorFile file, Organisation organisation, CityFolder city, CityClock clock) {
        this.file = file;
        this.organisation = organisation;
        this.city = city;
        this.clock = clock;
    }

    /** @throws InputRefused with every member that is wrong */
    SectorEntry read(Map<String, String> form, boolean invented) {
        List<Problem> problems = new ArrayList<>();
        String code = text(form, "code", 40, problems);
        if (!code.isEmpty() && !code.matches("[\\p{L}0-9][\\p{L}0-9._-]*")) problems.add(wrong("code", code));
        String sector = form.getOrDefault("sector", "");
        if (file.findSector(sector, clock.today()).isEmpty()) problems.add(wrong("sector", sector));
        String division = form.getOrDefault("division", "");
        boolean ofCity = division.equals(city.code());
        if (!ofCity
                && (division.length() != Counties.DIGITS
                        || organisation.findDivision(division).isEmpty())) problems.add(wrong("division", division));
        int first = year(form, "firstYear", problems);
        int last = year(form, "lastYear", problems);
        if (last < first) problems.add(wrong("lastYear", String.valueOf(last)));
        LocalDate deadline = date(form, problems);
        String name = text(form, "name", LONGEST, problems);
        String maker = text(form, "maker", LONGEST, problems);
        String approver = text(form, "approver", LONGEST, problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return new SectorEntry(
                code,
                name,
                sector,
                ofCity ? SectorEntry.Level.CITY : SectorEntry.Level.COUNTY,
                division,
                maker,
                approver,
                first,
                last,
                deadline,
                SectorEntry.State.NOT_STARTED,
                null,
                null,
                invented);
    }

    /** As it would be typed. */
    static Map<String, String> write(SectorEntry entry) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code", entry.code());
        form.put("name", entry.name());
        form.put("sector", entry.sector());
        form.put("division", entry.division());
        form.put("maker", entry.maker());
        form.put("approver", entry.approver());
        form.put("firstYear", String.valueOf(entry.firstYear()));
        form.put("lastYear", String.valueOf(entry.lastYear()));
        form.put("deadline", entry.deadline().toString());
        return form;
    }

    private static String text(Map<String, String> form, String key, int longest, List<Problem> problems) {
        String value = form.getOrDefault(key, "").strip();
        if (value.isEmpty() || value.length() > longest) problems.add(wrong(key, value));
        return value;
    }

    private static int year(Map<String, String> form, String key, List<Problem> problems) {
        String value = form.getOrDefault(key, "");
        int year = value.matches("[0-9]{4}") ? Integer.parseInt(value) : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) problems.add(wrong(key, value));
        return year;
    }

    private static LocalDate date(Map<String, String> form, List<Problem> problems) {
        String value = form.getOrDefault("deadline", "");
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            problems.add(wrong("deadline", value));
            return LocalDate.EPOCH;
        }
    }

    private static Problem wrong(String field, String value) {
        String shown = value.isEmpty() ? "–" : value.substring(0, Math.min(40, value.length()));
        return Problem.refused(
                "planning.sector-field",
                Problem.Place.UNKNOWN,
                "field",
                field,
                "zh",
                LABELS.getOrDefault(field, field),
                "value",
                shown);
    }
}
