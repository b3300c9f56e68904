package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Endpoint;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every question that the core answers is asked on the two clocks (contracts 4), or {@code clocks.txt} says why not: a new handler is
 * found by itself.
 */
class TwoClocksEverywhereTest {
    private static final String LAYER = "STBHHX";
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final String YEARLY = "/api/layers/{layer}/yearly-package";
    /** What a question needs besides. */
    private static final Map<String, String> NEEDED = Map.of(
            "/api/identify",
            "lon=109.4015&lat=24.3005",
            "/api/search",
            "q=%E4%B8%80%E5%8F%B7",
            "/api/search/suggestions",
            "q=%E4%B8%80%E5%8F%B7",
            "/api/catalogue/file",
            "what=entries&as=xlsx",
            YEARLY,
            "from=2024-12-31&to=2025-12-31&division=450203");

    private final TestApplication application = TestApplication.onTheWeb();
    private final Map<String, Talk> talks = new TreeMap<>();
    private final Map<String, List<String>> asked = asked();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @Test
    void everyQuestionTakesBothClocksOrSaysWhyNot() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines()) reasons.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
        TreeSet<String> without = new TreeSet<>();
        asked.forEach((path, params) -> {
            if (!params.containsAll(List.of("asOf", "known"))) without.add(path);
        });

        assertThat(without).isEqualTo(new TreeSet<>(reasons.keySet()));
        assertThat(reasons.values()).allMatch(reason -> reason.length() > 10);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(TestApplication.root().resolve("server/src/test/resources/clocks.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void nobodyIsToldWhatWillBeKnown() {
        List<String> wrong = new ArrayList<>();
        asked.forEach((path, params) -> {
            if (!params.contains("known")) return;
            String said = get(path, "known=2999-01-01").said();
            if (!said.equals("422 onemap.known-later")) wrong.add(path + " " + said);
        });

        assertThat(wrong).isEmpty();
    }

    /** A correction is new knowledge: what was known before it is answered as ever, what is known now is not. */
    @Test
    void aCorrectionChangesTheAnswerAndNotWhatWasKnown() {
        String first = Squares.snapshot(application, LAYER, 1);
        ReleaseEntry released = application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(LAYER, first, DAY, "delivery", false))
                .entry();
        String then = "asOf=2026-01-01&known=" + released.knownFrom();
        Map<String, String> before = answers(then);

        String second = Squares.snapshot(application, LAYER, 3);
        application.bean(Releases.class).release(new ReleaseRequest.Correction(LAYER, second, DAY, "corrected", false));
        Map<String, String> after = answers(then);
        Map<String, String> now = answers("asOf=2026-01-01");

        assertThat(before).hasSizeGreaterThan(5);
        assertThat(after).isEqualTo(before);
        assertThat(before.keySet().stream()
                        .filter(path -> path.matches("/api/(identify|layers|catalogue|catalogue/entries.*)")))
                .hasSize(4)
                .allSatisfy(path -> assertThat(now.get(path)).isNotEqualTo(before.get(path)));
    }

    /** Of what is answered in JSON and takes both clocks; without the number of the proof entry and how long it took. */
    private Map<String, String> answers(String clocks) {
        Map<String, String> answers = new TreeMap<>();
        asked.forEach((path, params) -> {
            if (!params.containsAll(List.of("asOf", "known"))) return;
            Talk.Answer answer = get(path, clocks);
            if (answer.status() == 200 && answer.text().startsWith("{")
                    || answer.text().startsWith("["))
                answers.put(path, answer.text().replaceAll("\"leaf\":\"[^\"]*\"|\"millis\":[0-9.]*", ""));
        });
        return answers;
    }

    private Talk.Answer get(String path, String clocks) {
        String needed = NEEDED.getOrDefault(path, "");
        String address = path.replace("{layer}", path.equals(YEARLY) ? "DLTB" : LAYER)
                .replace("{key}", "A1")
                .replace("{id}", "city-line")
                .replaceAll("\\{[^/}]+}", "0");
        return talk(path).get(address + "?" + (needed.isEmpty() ? "" : needed + "&") + clocks);
    }

    private Talk talk(String path) {
        String permission = Endpoint.all(application).stream()
                .filter(endpoint ->
                        endpoint.method().equals("GET") && endpoint.path().equals(path))
                .findFirst()
                .orElseThrow()
                .permission();
        String role = Talk.roles(application).stream()
                .filter(each -> application
                        .bean(Accounts.class)
                        .find(each)
                        .orElseThrow()
                        .may(String.valueOf(permission)))
                .findFirst()
                .orElseThrow();
        return talks.computeIfAbsent(role, each -> Talk.as(application, each));
    }

    /** The questions of the core and of the search, each with the names of its parameters. */
    private Map<String, List<String>> asked() {
        Map<String, List<String>> found = new TreeMap<>();
        application
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    boolean reads = mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.name().equals("GET"));
                    if (reads && isOfTheCity(handler))
                        mapping.getPatternValues().forEach(path -> found.put(path, names(handler)));
                });
        return found;
    }

    private static boolean isOfTheCity(HandlerMethod handler) {
        String name = handler.getBeanType().getName();
        return name.startsWith("org.cuntu.core.") || name.startsWith("org.cuntu.platform.search.");
    }

    private static List<String> names(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(java.lang.reflect.Parameter::getName)
                .toList();
    }
}
