package org.cuntu.business.permitting.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a certificate says, from the application that was decided: canonical, with its words in both languages. */
@Component
class PermitContent {
    private final Organisation organisation;

    PermitContent(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Everything but number and days, which the caller puts. */
    Map<String, @Nullable Object> of(CaseFile file, Matter matter, MatterResult result, PermitSite site) {
        JsonNode form = JsonMapper.shared().readTree(file.form());
        JsonNode schema = JsonMapper.shared().readTree(matter.form());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("matter", matter.code());
        tree.put("matterHash", matter.hash());
        tree.put("title", words(matter.title()));
        tree.put("case", String.valueOf(file.number()));
        tree.put("project", file.name());
        tree.put("holderKind", file.applicant().kind());
        tree.put("holder", file.applicant().name());
        tree.put("division", file.division());
        tree.put("area", site.area().hundredths());
        tree.put("site", site.hash());
        CaseFile.AttachedReview review = file.review();
        tree.put("review", review == null ? null : review.hash());
        List<Object> fields = new ArrayList<>();
        for (MatterResult.Field field : result.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("title", words(field.title()));
            one.put("value", words(value(field.from(), file, form, schema, site)));
            fields.add(one);
        }
        tree.put("fields", fields);
        tree.put("basis", matter.basis().stream().map(PermitContent::article).toList());
        return tree;
    }

    static Map<String, String> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    static Map<String, String> article(Article article) {
        return Map.of(
                "doc", article.doc(),
                "clause", article.clause(),
                "status", article.status().name());
    }

    private Words value(String from, CaseFile file, JsonNode form, JsonNode schema, PermitSite site) {
        int colon = from.indexOf(':');
        String kind = colon < 0 ? from : from.substring(0, colon);
        String name = from.substring(colon + 1);
        return switch (kind) {
            case "form" -> typed(form.path(name), schema.path("properties").path(name));
            case "site" -> ground(name, file, site);
            case "applicant" -> same(applicant(name, file));
            case "case" -> same(name.equals("number") ? String.valueOf(file.number()) : file.name());
            case "review" -> same(file.review() == null ? "" : file.review().id());
            case "of" -> same(file.of() == null ? "" : file.of());
            default -> same("");
        };
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    /** A choice by its title in the schema; everything else as it was typed. */
    private static Words typed(JsonNode value, JsonNode property) {
        if (value.isArray()) {
            List<String> zh = new ArrayList<>();
            List<String> en = new ArrayList<>();
            for (JsonNode each : value) {
                Words one = typed(each, property.path("items"));
                zh.add(one.zh());
                en.add(one.en());
            }
            return new Words(String.join("、", zh), String.join(", ", en));
        }
        String text = value.isBoolean() ? String.valueOf(value.booleanValue()) : value.asString("");
        JsonNode option = property.path("x-options").path(text);
        if (option.isObject())
            return new Words(option.path("zh").asString(text), option.path("en").asString(text));
        String unit = property.path("x-unit").asString("");
        return same(unit.isEmpty() || text.isEmpty() ? text : text + " " + unit);
    }

    private Words ground(String name, CaseFile file, PermitSite site) {
        if (name.equals("place")) return place(file);
        if (name.equals("plots"))
            return same(String.join(
                    "、", site.plots().stream().map(plot -> plot.number()).toList()));
        return same(site.area() + " m²");
    }

    private Words place(CaseFile file) {
        StringBuilder zh = new StringBuilder();
        List<String> en = new ArrayList<>();
        for (int digits : new int[] {4, 6, 9, 12})
            if (file.division().length() >= digits)
                organisation.findDivision(file.division().substring(0, digits)).ifPresent(found -> {
                    zh.append(found.zh());
                    en.addFirst(found.en());
                });
        return new Words(zh.toString(), String.join(", ", en));
    }

    /** Where the case lies, from the city down. */
    String place(CaseFile file, PermitWords words) {
        return words.pick(place(file));
    }

    /** The division of the case alone. */
    String division(CaseFile file, PermitWords words) {
        return organisation
                .findDivision(file.division())
                .map(found -> words.isEnglish() ? found.en() : found.zh())
                .orElse(file.division());
    }

    private static String applicant(String name, CaseFile file) {
        return switch (name) {
            case "idNumber" ->
                Masked.identityNumber(file.applicant().idNumber()).shown();
            case "phone" -> Masked.phone(file.applicant().phone()).shown();
            default -> file.applicant().name();
        };
    }
}
