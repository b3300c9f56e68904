package org.cuntu.platform.clients.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.clients.ClientTerms;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;

/** Whether terms can be given to a client. All that is wrong is said together. */
@Component
class TermsCheck {
    private static final int MOST_ADDRESSES = 20;
    private static final int MOST_A_MINUTE = 6000;

    private final Grantable grantable;
    private final CityFolder city;
    private final Organisation organisation;
    private final CityClock clock;
    private final Settings.Clients settings;

    TermsCheck(Grantable grantable, CityFolder city, Organisation organisation, CityClock clock, Settings settings) {
        this.organisation = organisation;
        this.grantable = grantable;
        this.city = city;
        this.clock = clock;
        this.settings = settings.clients();
    }

    /** @throws InputRefused when anything is wrong */
    void check(ClientTerms terms) {
        List<Problem> problems = new ArrayList<>();
        text(problems, terms.name(), "name", 100);
        text(problems, terms.unit(), "unit", 200);
        text(problems, terms.purpose(), "purpose", 500);
        if (terms.scopes().isEmpty()) problems.add(problem("clients.no-scope"));
        List<String> refused = grantable.refused(terms.scopes());
        if (!refused.isEmpty()) problems.add(problem("clients.scope", "scopes", String.join(", ", refused)));
        if (organisation.findDivision(terms.division()).isEmpty())
            problems.add(problem("clients.division", "division", terms.division(), "city", city.code()));
        if (terms.level() < 1 || terms.level() > 4) problems.add(problem("clients.level"));
        if (terms.quota() < 1 || terms.quota() > MOST_A_MINUTE)
            problems.add(problem("clients.quota", "most", MOST_A_MINUTE));
        addresses(problems, terms.addresses());
        Instant now = clock.now();
        if (!terms.expiresAt().isAfter(now) || terms.expiresAt().isAfter(now.plus(settings.longest())))
            problems.add(problem(
                    "clients.expiry", "days", Long.toString(settings.longest().toDays())));
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    /** Whether a client could do more, or longer, or from elsewhere by the new terms than by those it has. */
    boolean goBeyond(ClientTerms held, ClientTerms wanted) {
        boolean elsewhere = !held.addresses().isEmpty()
                && (wanted.addresses().isEmpty() || !held.addresses().containsAll(wanted.addresses()));
        return elsewhere
                || !held.scopes().containsAll(wanted.scopes())
                || wanted.level() > held.level()
                || wanted.quota() > held.quota()
                || wanted.expiresAt().isAfter(held.expiresAt())
                || !wanted.name().equals(held.name())
                || !wanted.unit().equals(held.unit())
                || !ground(wanted).startsWith(ground(held));
    }

    private String ground(ClientTerms terms) {
        return organisation
                .findDivision(terms.division())
                .map(Organisation.Division::significant)
                .orElse("-");
    }

    private static void text(List<Problem> problems, String text, String field, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl))
            problems.add(problem("clients.text", "field", field, "most", longest));
    }

    private static void addresses(List<Problem> problems, List<String> addresses) {
        List<String> wrong =
                addresses.stream().filter(address -> !isAddress(address)).toList();
        if (!wrong.isEmpty()) problems.add(problem("clients.address", "address", String.join(", ", wrong)));
        if (addresses.size() > MOST_ADDRESSES) problems.add(problem("clients.addresses", "most", MOST_ADDRESSES));
    }

    /** Digits only: a name would be looked up in whatever answers today. */
    static boolean isAddress(String address) {
        if (!address.matches("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)(/\\d{1,3})?")) return false;
        String[] parts = address.split("/");
        try {
            int bits = InetAddress.getByName(parts[0]).getAddress().length * 8;
            return parts.length == 1 || Integer.parseInt(parts[1]) <= bits;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
