package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.permitting.CasePapers.Kind;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.rules.Article;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When a case has a letter, and what stands in the places of its template. */
@Component
class LetterPlaces {
    private final ObjectProvider<Cases> cases;
    private final Reviews reviews;
    private final PermittingFile file;
    private final PermitContent contents;
    private final CityFolder city;
    private final CityClock clock;

    LetterPlaces(
            ObjectProvider<Cases> cases,
            Reviews reviews,
            PermittingFile file,
            PermitContent contents,
            CityFolder city,
            CityClock clock) {
        this.contents = contents;
        this.city = city;
        this.cases = cases;
        this.reviews = reviews;
        this.file = file;
        this.clock = clock;
    }

    boolean has(CaseFile of, Kind kind) {
        return switch (kind) {
            case ACCEPTANCE -> of.acceptedAt() != null;
            case CORRECTION -> last(of, MatterStep.Conclusion.CORRECT).isPresent();
            case NOT_ACCEPTED -> of.state() == CaseState.NOT_ACCEPTED;
            case PROMISE -> of.submittedAt() != null;
            case REFUSAL -> of.state() == CaseState.REFUSED;
            case TERMINATION -> of.state() == CaseState.TERMINATED;
        };
    }

    /** The day that a letter bears. */
    LocalDate day(CaseFile of, Kind kind) {
        Instant at =
                switch (kind) {
                    case ACCEPTANCE -> of.acceptedAt();
                    case CORRECTION ->
                        last(of, MatterStep.Conclusion.CORRECT).map(Opinion::at).orElse(null);
                    case PROMISE -> of.submittedAt();
                    case REFUSAL -> of.decidedAt();
                    case NOT_ACCEPTED, TERMINATION -> of.endedAt();
                };
        return at == null ? clock.today() : LocalDate.ofInstant(at, clock.zone());
    }

    String fill(String template, CaseFile of, Matter matter, Kind kind, PermitWords words) {
        String text = template;
        for (Map.Entry<String, String> place : places(of, matter, kind, words).entrySet())
            text = text.replace("{" + place.getKey() + "}", place.getValue());
        return text;
    }

    private Map<String, String> places(CaseFile of, Matter matter, Kind kind, PermitWords words) {
        Map<String, String> places = new LinkedHashMap<>();
        String reason = reason(of, kind, words);
        places.put("number", String.valueOf(of.number()));
        places.put("applicant", of.applicant().name());
        places.put("project", of.name());
        places.put("name", of.name());
        places.put("place", contents.place(of, words));
        places.put("unit", contents.division(of, words));
        places.put("authority", words.of("letter.authority", "city", words.isEnglish() ? city.en() : city.zh()));
        places.put("days", String.valueOf(matter.limits().promised()));
        places.put("matter", words.pick(matter.title()));
        places.put("date", day(of, kind).toString());
        places.put("reason", reason);
        places.put("words", reason);
        places.put("materials", reason);
        places.put("basis", articles(matter.basis(), words));
        places.put("article", article(of, matter, words));
        places.put("articles", article(of, matter, words));
        places.put("remedies", remedies(words));
        places.put("limit", words.of("letter.days", "days", matter.limits().promised()));
        places.put("statutory", words.of("letter.days", "days", matter.limits().statutory()));
        places.put("promised", words.of("letter.days", "days", matter.limits().promised()));
        places.put("due", due(of, words));
        CaseFile.AttachedReview review = of.review();
        places.put(
                "review",
                review == null
                        ? ""
                        : words.of("letter.review", "id", review.id())
                                .replace("{hash}", review.hash().substring(0, 20)));
        return places;
    }

    String remedies(PermitWords words) {
        Article article = file.remediesArticle();
        String sure = article.status() == Article.Status.VERIFIED ? "" : " (" + words.of("unverified") + ")";
        return words.pick(file.remedies()) + sure;
    }

    private static String articles(List<Article> all, PermitWords words) {
        return String.join(
                words.isEnglish() ? "; " : "；", all.stream().map(words::article).toList());
    }

    private String reason(CaseFile of, Kind kind, PermitWords words) {
        Optional<Opinion> opinion =
                switch (kind) {
                    case CORRECTION -> last(of, MatterStep.Conclusion.CORRECT);
                    case NOT_ACCEPTED -> last(of, MatterStep.Conclusion.NOT_ACCEPT);
                    case REFUSAL -> last(of, MatterStep.Conclusion.REFUSE);
                    default -> Optional.empty();
                };
        return opinion.map(Opinion::words).filter(text -> !text.isBlank()).orElse(words.of("letter.reason.none"));
    }

    /** An opinion as it was corrected last. */
    private Optional<Opinion> last(CaseFile of, MatterStep.Conclusion conclusion) {
        List<Opinion> all = java.util.stream.Stream.ofNullable(cases.getIfAvailable())
                .flatMap(each -> each.listOpinions(of.id()).stream())
                .filter(opinion -> opinion.conclusion() == conclusion)
                .toList();
        return all.stream().max(java.util.Comparator.comparing(Opinion::at));
    }

    private String due(CaseFile of, PermitWords words) {
        return java.util.stream.Stream.ofNullable(cases.getIfAvailable())
                .flatMap(each -> each.clocks(of.id()).stream())
                .filter(each -> each.kind() == CaseClock.Kind.PROMISED)
                .map(CaseClock::due)
                .filter(java.util.Objects::nonNull)
                .map(LocalDate::toString)
                .findFirst()
                .orElse(words.of("letter.due.open"));
    }

    /** The articles that the site fails by its stored review; without one, what the matter rests on. */
    private String article(CaseFile of, Matter matter, PermitWords words) {
        CaseFile.AttachedReview attached = of.review();
        Optional<StoredReview> review = attached == null ? Optional.empty() : reviews.find(attached.id());
        if (review.isEmpty()) return articles(matter.basis(), words);
        JsonNode tree = JsonMapper.shared()
                .readTree(words.isEnglish() ? review.get().en() : review.get().zh());
        List<String> failed = new ArrayList<>();
        for (JsonNode finding : tree.path("findings")) {
            if (!finding.path("verdict").asString("").equals("FAIL")) continue;
            for (JsonNode each : finding.path("article")) {
                boolean sure = each.path("status")
                        .asString("")
                        .toUpperCase(Locale.ROOT)
                        .equals("VERIFIED");
                String said = (each.path("doc").asString("") + " "
                                + each.path("clause").asString(""))
                        .strip();
                failed.add(sure ? said : said + " · " + words.of("unverified"));
            }
        }
        String all = String.join(
                words.isEnglish() ? "; " : "；", failed.stream().distinct().toList());
        return all.isEmpty() ? articles(matter.basis(), words) : all;
    }
}
