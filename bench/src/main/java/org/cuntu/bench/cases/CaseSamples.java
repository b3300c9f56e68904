package org.cuntu.bench.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Cases of the villager's house that were walked to each place where one can stand, over HTTP: what the mass is copied from.
 *
 * @param open under way; each with its share of all that are
 * @param ended each with its share
 * @param box where houses of the copies are put: west, south, east, north
 */
record CaseSamples(List<Sample> open, List<Sample> ended, double[] box) {
    private static final long PATIENCE_SECONDS = 120;

    /** @param share of a hundred */
    record Sample(UUID id, String place, int share) {}

    /** What a step that is open is answered by. */
    private static final Map<String, String> GOOD = Map.of(
            "accept",
            "ACCEPT",
            "examine",
            "AGREE",
            "join-cropland",
            "AGREE",
            "join-geohazard",
            "AGREE",
            "check",
            "AGREE",
            "decide",
            "AGREE",
            "issue",
            "DONE");

    static CaseSamples make(CaseGround ground) throws InterruptedException {
        double[] box = box(ground);
        Walk walk = new Walk(ground, place(ground, box));
        List<Sample> open = List.of(
                walk.to("accept", 14),
                walk.corrected("accept", 6),
                walk.to("examine", 20),
                walk.suspended("examine", 4),
                walk.to("join-cropland", 20),
                walk.to("check", 14),
                walk.to("decide", 14),
                walk.to("issue", 8));
        List<Sample> ended = List.of(walk.to("", 75), walk.refused(15), walk.withdrawn(10));
        return new CaseSamples(open, ended, box);
    }

    private static double[] box(CaseGround ground) {
        double[] box = {180, 90, -180, -90};
        for (JsonNode feature : ground.get("/api/showcase").path("features"))
            for (JsonNode ring : feature.path("geometry").path("coordinates"))
                for (JsonNode point : ring) {
                    if (!point.path(0).isNumber()) continue;
                    box[0] = StrictMath.min(box[0], point.get(0).asDouble());
                    box[1] = StrictMath.min(box[1], point.get(1).asDouble());
                    box[2] = StrictMath.max(box[2], point.get(0).asDouble());
                    box[3] = StrictMath.max(box[3], point.get(1).asDouble());
                }
        return box;
    }

    /** Where a house may be. */
    private static double[] place(CaseGround ground, double[] box) {
        for (int i = 0; i < 1000; i++) {
            double[] at = {
                box[0] + (i * 37 % 1000) / 1000.0 * (box[2] - box[0]),
                box[1] + (i * 61 % 1000) / 1000.0 * (box[3] - box[1])
            };
            JsonNode review = ground.send(
                    "POST",
                    "/api/reviews/live",
                    Map.of(
                            "name",
                            "",
                            "crs",
                            "EPSG:4490",
                            "plots",
                            List.of(Map.of("number", "1", "geometry", house(at))),
                            "project",
                            Map.of("kind", "single", "purpose", "0703", "level", "ordinary", "documents", List.of())));
            String conclusion = review.path("conclusion").asString("");
            if (conclusion.equals("PASS") || conclusion.equals("CONDITIONAL")) return at;
        }
        throw new IllegalStateException("no place for a house in the demo");
    }

    static Map<String, Object> house(double[] at) {
        double x = 0.00005;
        double y = 0.000055;
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(at[0] - x, at[1] - y),
                        List.of(at[0] + x, at[1] - y),
                        List.of(at[0] + x, at[1] + y),
                        List.of(at[0] - x, at[1] + y),
                        List.of(at[0] - x, at[1] - y))));
    }

    /** One case after the other. */
    private record Walk(CaseGround ground, double[] at) {
        Sample to(String step, int share) throws InterruptedException {
            String id = submitted();
            for (int steps = 0; steps < 20; steps++) {
                JsonNode now = open(id, step.isEmpty());
                List<JsonNode> tasks = tasks(now);
                if (tasks.isEmpty()
                        || tasks.stream()
                                .anyMatch(task -> task.path("step").asString("").equals(step)))
                    return new Sample(UUID.fromString(id), step.isEmpty() ? "issued" : step, share);
                act(id, tasks.getFirst(), GOOD.get(tasks.getFirst().path("step").asString("")));
            }
            throw new IllegalStateException("the case does not come to " + step);
        }

        Sample corrected(String step, int share) throws InterruptedException {
            Sample sample = to(step, share);
            act(
                    sample.id().toString(),
                    tasks(open(sample.id().toString(), false)).getFirst(),
                    "CORRECT");
            return new Sample(sample.id(), "correct", share);
        }

        Sample suspended(String step, int share) throws InterruptedException {
            Sample sample = to(step, share);
            ground.send(
                    "POST", path(sample.id()) + "/suspensions", Map.of("reason", "site-visit", "words", "现场勘验（虚构）"));
            return new Sample(sample.id(), "suspended", share);
        }

        Sample refused(int share) throws InterruptedException {
            String id = to("decide", share).id().toString();
            act(id, tasks(open(id, false)).getFirst(), "REFUSE");
            return new Sample(UUID.fromString(id), "refused", share);
        }

        Sample withdrawn(int share) throws InterruptedException {
            String id = to("examine", share).id().toString();
            ground.send("POST", "/api/cases/" + id + "/withdraw", Map.of("reason", "暂不建房（虚构）"));
            return new Sample(UUID.fromString(id), "withdrawn", share);
        }

        private static String path(UUID id) {
            return "/api/cases/" + id;
        }

        private String submitted() {
            Map<String, Object> who = Map.of(
                    "kind", "natural", "name", "韦某某", "idNumber", CasePeople.idNumber(1), "phone", "13800000001");
            String id = ground.send("POST", "/api/cases", Map.of("matter", "rural-house", "applicant", who))
                    .path("id")
                    .asString();
            Map<String, Object> site = Map.of(
                    "type",
                    "FeatureCollection",
                    "features",
                    List.of(Map.of("type", "Feature", "properties", Map.of("number", "1"), "geometry", house(at))));
            ground.send(
                    "PUT",
                    "/api/cases/" + id,
                    Map.of("name", "龙江村韦家新建住房", "division", "450206102", "form", form(3), "site", site));
            for (String material : List.of("application", "village-consent", "house-plan", "neighbours"))
                ground.give("/api/cases/" + id + "/materials/" + material);
            ground.send("POST", "/api/cases/" + id + "/submit", Map.of());
            return id;
        }

        /** The case when a person has it, or when it has ended. */
        private JsonNode open(String id, boolean orEnded) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end) {
                JsonNode now = ground.get("/api/cases/" + id);
                if (!tasks(now).isEmpty()
                        || orEnded && now.path("state").asString("").equals("ISSUED")) return now;
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new IllegalStateException("nobody has the case " + id);
        }

        private static List<JsonNode> tasks(JsonNode now) {
            List<JsonNode> open = new ArrayList<>();
            for (JsonNode task : now.path("tasks")) if (task.path("doneAt").isNull()) open.add(task);
            return open;
        }

        private void act(String id, JsonNode task, String conclusion) {
            ground.send(
                    "POST",
                    "/api/cases/" + id + "/acts",
                    Map.of("task", task.path("id").asString(), "conclusion", conclusion, "words", "材料齐全，同意（虚构）"));
        }
    }

    /** Answers of the matter's form. */
    static Map<String, Object> form(int storeys) {
        return Map.of(
                "household",
                4,
                "kindOfWork",
                "new",
                "storeys",
                storeys,
                "floorArea",
                240,
                "height",
                10.5,
                "oldHouse",
                false,
                "cutSlope",
                false);
    }
}
