package org.cuntu.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.MatterStep.Kind;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;

/** A matter of the tests' own, in the shape of a villager's house, and a pack of two of them. */
final class HouseMatter implements Matters {
    static final Words NONE = new Words("", "");
    static final String HOUSE = "test-house";
    static final String PACK = "test-pack";
    static final String RESULT = "test";

    private static final String FORM = """
            {"type":"object","additionalProperties":false,"required":["members"],"properties":{
              "members":{"type":"integer","minimum":1,"x-title":{"zh":"家庭人口","en":"Members"}},
              "road":{"type":"boolean","x-title":{"zh":"临路","en":"At a road"}},
              "roadName":{"type":"string","x-title":{"zh":"路名","en":"Which road"},"x-when":{"road":true}},
              "basis":{"type":"string","x-title":{"zh":"户口编号","en":"Household number"}}}}""";

    static Matter house() {
        return matter(
                HOUSE,
                "测字",
                steps(),
                houseProcess(),
                List.of(),
                new MatterReview("examine", "single", "0703", "ordinary", 1, true, "yes"));
    }

    static Matter pack() {
        return matter(
                PACK, "测包", List.of(step("accept", Kind.ACCEPT, "county", 2)), packProcess(), List.of(HOUSE), null);
    }

    private static Matter matter(
            String code,
            String shortName,
            List<MatterStep> steps,
            String process,
            List<String> children,
            MatterReview review) {
        Map<String, String> decisions = new TreeMap<>(Map.of("accepted", "conclusion == \"ACCEPT\""));
        boolean whole = children.isEmpty();
        if (whole) {
            decisions.put("corrects", "step == \"accept\" && conclusion == \"CORRECT\"");
            decisions.put("agreed", "step == \"decide\" && conclusion == \"AGREE\"");
        }
        return new Matter(
                code,
                "%016x".formatted((long) process.hashCode() & 0xffffffffL).repeat(4),
                shortName,
                new Words(whole ? "测试建房" : "测试打包", whole ? "Test house" : "Test pack"),
                "rural",
                List.of(new Article("中华人民共和国城乡规划法", "第四十一条", Article.Status.UNVERIFIED)),
                new InForce(LocalDate.of(2020, 1, 1), null, null),
                List.of("natural"),
                !whole,
                children,
                new MatterLimits(20, 10, 5, 10, 10, false),
                steps,
                whole ? List.of(List.of("accept", "examine", "decide")) : List.of(),
                decisions,
                whole ? List.of("correction", "publication", "hearing", "superior") : List.of(),
                whole ? materials() : List.of(),
                FORM,
                review,
                whole ? new MatterResult(RESULT, "测字第", "{lead}{serial:5}号", 0, null, List.of()) : null,
                new MatterGuide(NONE, List.of(), List.of(), List.of(), NONE),
                process,
                Map.of());
    }

    private static List<MaterialNeed> materials() {
        return List.of(
                new MaterialNeed(
                        "id-card",
                        new Words("身份证", "Identity card"),
                        true,
                        0,
                        MaterialNeed.Source.APPLICANT,
                        List.of("pdf"),
                        null,
                        null,
                        0),
                new MaterialNeed(
                        "village",
                        new Words("村民会议意见", "Village's opinion"),
                        false,
                        10,
                        MaterialNeed.Source.APPLICANT,
                        List.of("pdf"),
                        null,
                        null,
                        0),
                new MaterialNeed(
                        "old-house",
                        new Words("拆旧承诺", "Promise to take down"),
                        false,
                        0,
                        MaterialNeed.Source.APPLICANT,
                        List.of(),
                        "form.road",
                        new Words("承诺拆旧", "I shall take it down"),
                        30),
                new MaterialNeed(
                        "household",
                        new Words("户口", "Household"),
                        false,
                        0,
                        MaterialNeed.Source.SHARED,
                        List.of(),
                        null,
                        null,
                        0),
                new MaterialNeed(
                        "site",
                        new Words("用地范围", "Site"),
                        true,
                        0,
                        MaterialNeed.Source.SITE,
                        List.of(),
                        null,
                        null,
                        0));
    }

    private static List<MatterStep> steps() {
        return List.of(
                step("accept", Kind.ACCEPT, "township", 2),
                step("correct", Kind.CORRECT, null, 30),
                step("examine", Kind.EXAMINE, "county", 5),
                step("join-cropland", Kind.JOIN, "cropland", 3),
                step("join-geohazard", Kind.JOIN, "geohazards", 3),
                step("check", Kind.CHECK, "county", 2),
                step("decide", Kind.DECIDE, "county", 2),
                step("issue", Kind.ISSUE, "county", 2));
    }

    private static MatterStep step(String id, Kind kind, String unit, int limit) {
        List<Conclusion> conclusions =
                switch (kind) {
                    case ACCEPT -> List.of(Conclusion.ACCEPT, Conclusion.NOT_ACCEPT, Conclusion.CORRECT);
                    case EXAMINE -> List.of(Conclusion.AGREE, Conclusion.REFUSE, Conclusion.CORRECT, Conclusion.RETURN);
                    case JOIN, CHECK, DECIDE -> List.of(Conclusion.AGREE, Conclusion.REFUSE, Conclusion.RETURN);
                    case ISSUE, VISIT -> List.of(Conclusion.DONE, Conclusion.RETURN);
                    case CORRECT -> List.of(Conclusion.DONE);
                };
        List<String> layers =
                switch (id) {
                    case "join-cropland" -> List.of("YJJBNTBHTB");
                    case "join-geohazard" -> List.of("DZZHFXQ");
                    default -> List.of();
                };
        return new MatterStep(id, new Words(id, id), kind, unit, limit, conclusions, List.of(), layers);
    }

    private static String houseProcess() {
        return drawn(
                        HOUSE,
                        """
                <startEvent id="start"/><userTask id="accept"/><exclusiveGateway id="whether"/><userTask id="correct"/>
                <endEvent id="not-accepted"/>
                <serviceTask id="reviewing" implementation="##cuntu" cuntu:delegate="review"/>
                <receiveTask id="reviewed" messageRef="m-review"/>
                <userTask id="examine"/><parallelGateway id="fork"/><userTask id="join-cropland"/><userTask id="join-geohazard"/>
                <parallelGateway id="merge"/><userTask id="check"/><userTask id="decide"/><exclusiveGateway id="decided"/>
                <endEvent id="refused"/>
                <serviceTask id="numbering" implementation="##cuntu" cuntu:delegate="number"/>
                <receiveTask id="papered" messageRef="m-paper"/><userTask id="issue"/><endEvent id="issued"/>
                """ + flow("start", "accept", "") + flow("accept", "whether", "")
                                + flow("whether", "correct", "corrects")
                                + flow("correct", "accept", "") + flow("whether", "reviewing", "accepted")
                                + otherwise("whether", "not-accepted")
                                + flow("reviewing", "reviewed", "") + flow("reviewed", "examine", "")
                                + flow("examine", "fork", "")
                                + flow("fork", "join-cropland", "") + flow("fork", "join-geohazard", "")
                                + flow("join-cropland", "merge", "") + flow("join-geohazard", "merge", "")
                                + flow("merge", "check", "")
                                + flow("check", "decide", "") + flow("decide", "decided", "")
                                + flow("decided", "numbering", "agreed")
                                + flow("decided", "refused", "!agreed") + flow("numbering", "papered", "")
                                + flow("papered", "issue", "")
                                + flow("issue", "issued", ""))
                .replace(
                        "<exclusiveGateway id=\"whether\"/>",
                        "<exclusiveGateway id=\"whether\" default=\"f-whether-not-accepted\"/>");
    }

    private static String packProcess() {
        return drawn(
                PACK,
                """
                <startEvent id="start"/><userTask id="accept"/><exclusiveGateway id="whether"/><endEvent id="not-accepted"/>
                <serviceTask id="fan" implementation="##cuntu" cuntu:delegate="fan-out"/>
                <receiveTask id="waiting" messageRef="m-children"/><endEvent id="done"/>
                """ + flow("start", "accept", "") + flow("accept", "whether", "") + flow("whether", "fan", "accepted")
                        + flow("whether", "not-accepted", "!accepted") + flow("fan", "waiting", "")
                        + flow("waiting", "done", ""));
    }

    private static String flow(String from, String to, String decision) {
        String condition = decision.isEmpty() ? "" : "<conditionExpression>${" + decision + "}</conditionExpression>";
        return "<sequenceFlow id=\"f-%s-%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>"
                .formatted(from, to, from, to, condition);
    }

    private static String otherwise(String from, String to) {
        return flow(from, to, "");
    }

    private static String drawn(String code, String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:cuntu="urn:cuntu:bpmn"
                    targetNamespace="urn:cuntu:matters"><message id="m-review" name="review"/><message id="m-paper" name="paper"/>
                <message id="m-children" name="children"/><process id="%s" isExecutable="true">%s</process></definitions>""".formatted(code, body);
    }

    @Override
    public List<Matter> list(LocalDate day) {
        return List.of(house(), pack());
    }

    @Override
    public Optional<Matter> find(String code) {
        return list(LocalDate.EPOCH).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Override
    public Matter get(String code, String hash) {
        return find(code).orElseThrow(() -> new IllegalStateException(code));
    }
}
