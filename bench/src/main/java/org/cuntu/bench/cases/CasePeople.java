package org.cuntu.bench.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The accounts of the bench: officers of every county's steps and of the bureau, and citizens. Invented; of the demo's kind, so that they
 * need no second device, with the password of its accounts.
 */
public final class CasePeople {
    static final List<String> COUNTIES =
            List.of("450202", "450203", "450204", "450205", "450206", "450222", "450223", "450224", "450225", "450226");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int A_COUNTY = 4;

    private CasePeople() {}

    /** @param unit where the post is */
    record Officer(String account, String role, String unit, String post, String division) {}

    /** Of every ten: eight in the counties, by their steps; the rest are joint reviewers, issuers and supervisors of the bureau. */
    static List<Officer> officers(int count) {
        List<Officer> all = new ArrayList<>();
        String[][] county = {
            {"case-window", "officer"}, {"case-officer", "officer"}, {"case-head", "deputy"}, {"case-director", "head"}
        };
        String[][] bureau = {
            {"case-joint", "cropland"},
            {"case-joint", "geohazards"},
            {"case-issuer", "bureau"},
            {"case-supervisor", "office"},
            {"case-joint", "cropland"},
            {"case-joint", "geohazards"},
            {"case-issuer", "bureau"},
            {"case-supervisor", "office"},
            {"case-joint", "cropland"},
            {"case-head", "bureau"}
        };
        for (int i = 0; i < count; i++) {
            String account = "bench.officer-" + (i + 1);
            int tenth = i % 10;
            if (tenth < 2 * A_COUNTY) {
                String code = COUNTIES.get((i / 10 * 2 + tenth / A_COUNTY) % COUNTIES.size());
                String[] role = county[tenth % A_COUNTY];
                all.add(new Officer(account, role[0], "c" + code, role[1], code));
            } else {
                String[] role = bureau[(i / 10 * 2 + tenth - 2 * A_COUNTY) % bureau.length];
                all.add(new Officer(account, role[0], role[1], "officer", "450200"));
            }
        }
        return all;
    }

    /** Who does a step in a county; some officer of the bureau where the counties do not do it. */
    static Map<String, String> doers(List<Officer> officers) {
        Map<String, String> doers = new LinkedHashMap<>();
        for (Officer each : officers) {
            String step =
                    switch (each.role()) {
                        case "case-window" -> "accept";
                        case "case-officer" -> "examine";
                        case "case-head" -> "check";
                        case "case-director" -> "decide";
                        case "case-issuer" -> "issue";
                        case "case-joint" -> "join-" + (each.unit().equals("cropland") ? "cropland" : "geohazard");
                        default -> "";
                    };
            doers.putIfAbsent(step + " " + each.division(), each.account());
        }
        return doers;
    }

    static String citizen(int n) {
        return "bench.citizen-" + (n + 1);
    }

    static void make(CaseGround ground, List<Officer> officers, int citizens) {
        List<String> accounts = new ArrayList<>();
        List<String> grants = new ArrayList<>();
        List<String> posts = new ArrayList<>();
        for (Officer each : officers) {
            accounts.add("('" + each.account() + "', '经办" + (accounts.size() + 1) + "（虚构）')");
            grants.add("('" + each.account() + "', '" + each.role() + "', '" + reach(each.division()) + "', 3)");
            posts.add("('" + each.account() + "', '" + each.unit() + "', '" + each.post() + "')");
        }
        for (int i = 0; i < citizens; i++) {
            accounts.add("('" + citizen(i) + "', '" + CaseNames.family(i) + "某某')");
            grants.add("('" + citizen(i) + "', 'citizen', '" + reach("450200") + "', 1)");
        }
        ground.execute(
                """
                insert into account (id, name, unit, password_hash, roles, demo, enabled, failures, created_at, must_change,
                  password_set_at, stamp)
                select x.id, x.name, '压测（虚构）', a.password_hash, '', true, true, 0, now(), false, now(), 0
                from account a, (values %s) x(id, name) where a.id = 'weijianguo'""".formatted(joined(accounts)), """
                insert into account_duty (account, duty) select id, 'business' from account where id like 'bench.%'""", """
                insert into role_grant (id, account, role, division, level, valid_from, made_by, made_at)
                select gen_random_uuid(), x.account, x.role, x.division, x.level, date '2020-01-01', 'bench', now()
                from (values %s) x(account, role, division, level)""".formatted(joined(grants)), """
                insert into post_holding (id, account, unit, post, valid_from, made_by, made_at)
                select gen_random_uuid(), x.account, x.unit, x.post, date '2020-01-01', 'bench', now()
                from (values %s) x(account, unit, post)""".formatted(joined(posts)));
    }

    /** As grants hold it: the digits that count. */
    private static String reach(String division) {
        return division.equals("450200") ? "4502" : division;
    }

    private static String joined(List<String> rows) {
        return rows.stream().collect(Collectors.joining(", "));
    }

    /** An invented person's, its check digit right. */
    public static String idNumber(int n) {
        String seventeen = "450221198001" + String.format("%05d", 1000 + n % 20_000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
