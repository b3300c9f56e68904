package org.cuntu.platform.operations.internal;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.database.DatabaseCopy;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Version;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.operations.Operations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's page, the figures for Prometheus, the list of parts. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/operations")
class OperationsController {
    private static final Map<String, String> PARTS =
            Map.of("server", "cuntu/sbom/server.cdx.json", "web", "META-INF/resources/web.cdx.json");

    private final Operations operations;
    private final HealthEndpoint health;
    private final ObjectProvider<PrometheusMeterRegistry> figures;
    private final DatabaseCopy database;
    private final Home home;

    OperationsController(
            Operations operations,
            HealthEndpoint health,
            ObjectProvider<PrometheusMeterRegistry> figures,
            DatabaseCopy database,
            Home home) {
        this.operations = operations;
        this.health = health;
        this.figures = figures;
        this.database = database;
        this.home = home;
    }

    /** upSeconds since the process began; problems in the caller's language. */
    record State(
            String status,
            List<ProblemBody.Item> problems,
            String version,
            String java,
            String database,
            String home,
            String log,
            long upSeconds,
            Operations.Work work,
            Operations.Log proof,
            Operations.Disk disk) {}

    @GetMapping
    @Requires("operations:health:read")
    ResponseEntity<State> show(HttpServletRequest request) {
        State state = new State(
                health.health().getStatus().getCode(),
                operations.listProblems().stream()
                        .map(problem -> ProblemBody.Item.of(problem, Languages.of(request)))
                        .toList(),
                Version.TEXT,
                Runtime.version().toString(),
                database.kind().name(),
                home.root().toString(),
                home.logs().resolve("cuntu.log").toString(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
                operations.work(),
                operations.log(),
                operations.disk());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state);
    }

    @GetMapping(value = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    @Requires("operations:metric:read")
    ResponseEntity<String> metrics() {
        PrometheusMeterRegistry registry = figures.getIfAvailable();
        if (registry == null) throw ProblemAnswer.notFound("http.not-found");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8"))
                .body(registry.scrape());
    }

    /** CycloneDX of the server's or the page's parts, as the build wrote it. */
    @GetMapping("/parts/{which}")
    @Requires("operations:part:read")
    ResponseEntity<Resource> parts(@PathVariable String which) {
        String path = PARTS.get(which);
        Resource list = path == null ? null : new ClassPathResource(path);
        if (list == null || !list.exists()) throw ProblemAnswer.notFound("http.not-found");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/vnd.cyclonedx+json"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cuntu-" + which + ".cdx.json\"")
                .body(list);
    }
}
