package org.cuntu.cli;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command on this machine hands its work to the server that holds the home: the same desk, so the same answer. The
 * body is the file; what is wanted stands in the query as JSON.
 */
@RestController
@ConditionalOnWebApplication
class CommandDoor {
    private final ReviewDesk reviews;
    private final ImportDesk imports;
    private final ExportDesk exports;
    private final Home home;

    CommandDoor(ReviewDesk reviews, ImportDesk imports, ExportDesk exports, Home home) {
        this.reviews = reviews;
        this.imports = imports;
        this.exports = exports;
        this.home = home;
    }

    @PostMapping("/api/command/review")
    @Requires("conformity:review:create")
    Map<String, Object> review(@RequestParam String order, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        ReviewOrder wanted = read(order, ReviewOrder.class);
        return received(request, name, file -> reviews.review(wanted, file, name));
    }

    @PostMapping("/api/command/replay")
    @Requires("conformity:review:create")
    Map<String, Object> replay(
            @RequestParam String id, @RequestParam ReviewOrder.Format format, @RequestParam String language) {
        return answer(reviews.replay(id, format, language));
    }

    @PostMapping("/api/command/import")
    @Requires("onemap:snapshot:import")
    Map<String, Object> importLayer(@RequestParam String order, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        ImportOrder wanted = read(order, ImportOrder.class);
        return received(request, name, file -> imports.importLayer(wanted, file, name, (done, total, unit) -> {}));
    }

    /** The file that is made lies in the home, from where the command takes it. */
    @PostMapping("/api/command/export")
    @Requires("onemap:layer:export")
    Map<String, Object> exportLayer(@RequestParam String order, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        ExportOrder wanted = read(order, ExportOrder.class);
        return received(
                request,
                name,
                file -> exports.exportLayer(wanted, name.isEmpty() ? null : file, (done, total, unit) -> {}));
    }

    private static <T> T read(String order, Class<T> type) {
        try {
            return JsonMapper.shared().readValue(order, type);
        } catch (JacksonException e) {
            throw new InputRefused(Problem.refused("cli.order", Problem.Place.UNKNOWN));
        }
    }

    /** What is done with the file that came. */
    private interface Work {
        Answer on(Path file);
    }

    private Map<String, Object> received(HttpServletRequest request, String name, Work work) throws IOException {
        String ending = name.replaceFirst("^.*(\\.[A-Za-z0-9]{1,8})$", "$1");
        Path file = Files.createTempFile(home.tmp(), "command-", ending.startsWith(".") ? ending : "");
        try {
            Files.copy(request.getInputStream(), file, StandardCopyOption.REPLACE_EXISTING);
            return answer(work.on(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, Object> answer(Answer answer) {
        List<Map<String, String>> warnings = answer.warnings().stream()
                .map(one -> Map.of("code", one.code(), "what", one.what(), "where", one.where(), "todo", one.todo()))
                .toList();
        return Map.of(
                "body", Base64.getEncoder().encodeToString(answer.body()), "id", answer.id(), "warnings", warnings);
    }
}
