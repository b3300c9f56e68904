package org.cuntu.outward.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of units, persons and articles as the portal shows them, in both languages. */
@Component
class CitizenWords {
    private final Organisation organisation;
    private final Accounts accounts;
    private final CityClock clock;

    CitizenWords(Organisation organisation, Accounts accounts, CityClock clock) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.clock = clock;
    }

    static Map<String, String> of(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    /** @param unit of a task: an id of the organisation; null: the step's own */
    @Nullable
    Map<String, String> unit(@Nullable String unit, MatterStep step, String division) {
        if (unit != null) {
            Optional<Organisation.Unit> found = organisation.findUnit(unit, clock.today());
            if (found.isPresent())
                return Map.of("zh", found.get().zh(), "en", found.get().en());
        }
        String of = step.unit();
        if (of == null || of.equals("county") || of.equals("township"))
            return division(division, "township".equals(of) ? 9 : 6);
        return organisation
                .findUnit(of, clock.today())
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(null);
    }

    /** The division that some digits lie in. */
    @Nullable
    Map<String, String> division(String digits, int length) {
        String code = digits.length() > length ? digits.substring(0, length) : digits;
        return organisation
                .findDivision(code)
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(null);
    }

    @Nullable
    String person(@Nullable String account) {
        return account == null ? null : accounts.findName(account).orElse(null);
    }

    List<Map<String, Object>> articles(List<Article> articles) {
        return articles.stream()
                .map(article -> Map.<String, Object>of(
                        "doc",
                        article.doc(),
                        "clause",
                        article.clause(),
                        "unverified",
                        article.status() == Article.Status.UNVERIFIED))
                .toList();
    }

    static Map<String, @Nullable Object> clock(CaseClock of) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("limit", of.limit());
        tree.put("used", of.used());
        tree.put("left", of.left());
        tree.put("due", of.due() == null ? null : of.due().toString());
        tree.put("light", of.light().name());
        tree.put("unknownYear", of.unknownYear());
        return tree;
    }
}
