package org.cuntu.outward.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.permitting.CasePapers;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.Permits;
import org.cuntu.core.cases.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers of one's own case: its letters and, once it is made, its certificate. */
@Component
class OwnPapers {
    private static final Map<CasePapers.Kind, Map<String, String>> TITLES = Map.of(
            CasePapers.Kind.ACCEPTANCE, Map.of("zh", "受理通知书", "en", "Notice of acceptance"),
            CasePapers.Kind.CORRECTION, Map.of("zh", "补正告知书", "en", "What is to be corrected"),
            CasePapers.Kind.NOT_ACCEPTED, Map.of("zh", "不予受理通知书", "en", "Notice of non-acceptance"),
            CasePapers.Kind.PROMISE, Map.of("zh", "容缺受理承诺书", "en", "Promise of papers to come"),
            CasePapers.Kind.REFUSAL, Map.of("zh", "不予许可决定书", "en", "Decision of refusal"),
            CasePapers.Kind.TERMINATION, Map.of("zh", "终止办理通知书", "en", "Notice of termination"));

    private final Permits permits;
    private final CasePapers letters;

    OwnPapers(Permits permits, CasePapers letters) {
        this.permits = permits;
        this.letters = letters;
    }

    @Nullable
    Map<String, @Nullable Object> result(CaseFile file) {
        return permits.ofCase(file.id())
                .map(permit -> {
                    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                    tree.put("number", permit.number());
                    tree.put("href", permit.paper() == null ? null : base(file) + "/paper");
                    return tree;
                })
                .orElse(null);
    }

    List<Map<String, Object>> list(CaseFile file) {
        if (file.submittedAt() == null) return List.of();
        return letters.list(file).stream()
                .map(kind -> Map.<String, Object>of(
                        "kind",
                        kind.template(),
                        "title",
                        TITLES.getOrDefault(kind, Map.of("zh", kind.template(), "en", kind.template())),
                        "href",
                        base(file) + "/letters/" + kind.template()))
                .toList();
    }

    private static String base(CaseFile file) {
        return "/api/public/applications/" + file.id();
    }

    Optional<byte[]> certificate(CaseFile file, Locale locale) {
        Optional<Permit> permit = permits.ofCase(file.id()).filter(each -> each.paper() != null);
        return permit.map(each -> permits.paper(each, locale));
    }

    Optional<byte[]> letter(CaseFile file, String template, Locale locale) {
        return letters.list(file).stream()
                .filter(kind -> kind.template().equals(template))
                .findFirst()
                .map(kind -> letters.of(file, kind, locale));
    }
}
