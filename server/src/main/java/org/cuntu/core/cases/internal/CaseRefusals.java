package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Refusals;
import org.cuntu.core.rules.Article;
import org.cuntu.platform.database.LongTexts;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a refusal carries besides its words: the articles that the failing findings name, those that the matter stands on, and what the
 * applicant may do (行政复议, 行政诉讼). Kept with the decision, so that a later change of either does not change it.
 */
@Component
class CaseRefusals implements Refusals {
    private final LongTexts texts;
    private final CaseFindings findings;
    private final CaseSettings settings;
    private final CityClock clock;

    CaseRefusals(JdbcClient jdbc, CaseFindings findings, CaseSettings settings, CityClock clock) {
        this.texts = new LongTexts(jdbc);
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Inside the transaction of the decision. */
    void keep(CaseRow row, Matter matter) {
        CaseSettings.Remedies remedies = settings.remedies(clock.today());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("articles", articles(row.review()));
        tree.put("basis", matter.basis().stream().map(CaseRefusals::tree).toList());
        tree.put("reconsiderationDays", remedies.reconsiderationDays());
        tree.put("reconsideration", tree(remedies.reconsideration()));
        tree.put("lawsuitMonths", remedies.lawsuitMonths());
        tree.put("lawsuit", tree(remedies.lawsuit()));
        texts.put(id(row.id()), JsonMapper.shared().writeValueAsString(tree));
    }

    private List<JsonNode> articles(CaseFile.@Nullable AttachedReview review) {
        List<JsonNode> articles = new ArrayList<>();
        for (JsonNode finding : findings.failing(review)) {
            JsonNode article = finding.path("article");
            if (article.isArray()) article.forEach(each -> add(articles, each));
            else add(articles, article);
        }
        return articles;
    }

    private static void add(List<JsonNode> articles, JsonNode article) {
        if (!article.isMissingNode() && !article.isNull() && !articles.contains(article)) articles.add(article);
    }

    private static Map<String, String> tree(Article article) {
        return Map.of(
                "doc", article.doc(),
                "clause", article.clause(),
                "status", article.status().name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Optional<String> find(UUID id) {
        return texts.find(id(id));
    }

    private static String id(UUID id) {
        return "case/" + id + "/refusal";
    }
}
