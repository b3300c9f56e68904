package org.cuntu.cli;

import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The work is done by the server that holds the home. */
final class RemoteDesk implements Desk {
    private final RunningServer server;

    RemoteDesk(RunningServer server) {
        this.server = server;
    }

    @Override
    public Answer review(ReviewOrder order, Path file, String fileName) {
        return send("/api/command/review", order, order.language(), file, fileName);
    }

    @Override
    public Answer replay(String id, ReviewOrder.Format format, String language) {
        String path = "/api/command/replay?id=" + encoded(id) + "&format=" + format + "&language=" + language;
        return answer(server.post(path, language, "application/octet-stream", BodyPublishers.noBody()));
    }

    @Override
    public Answer importLayer(ImportOrder order, Path file, String fileName, Console progress) {
        return send("/api/command/import", order, order.language(), file, fileName);
    }

    @Override
    public Answer exportLayer(ExportOrder order, @Nullable Path within, Console progress) {
        if (within != null) return send("/api/command/export", order, order.language(), within, order.withinName());
        String query = "?order=" + encoded(JsonMapper.shared().writeValueAsString(order)) + "&name=";
        return answer(server.post(
                "/api/command/export" + query, order.language(), "application/octet-stream", BodyPublishers.noBody()));
    }

    @Override
    public void close() {}

    private Answer send(String path, Object order, String language, Path file, String fileName) {
        try (ShapefileBundle bundle = ShapefileBundle.of(file, fileName)) {
            BodyPublisher body = BodyPublishers.ofFile(bundle.file());
            String query = "?order=" + encoded(JsonMapper.shared().writeValueAsString(order)) + "&name="
                    + encoded(bundle.name());
            return answer(server.post(path + query, language, "application/octet-stream", body));
        } catch (FileNotFoundException e) {
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.no-such-file", "file", file);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer answer(JsonNode node) {
        List<Sentence> warnings = new ArrayList<>();
        for (JsonNode one : node.path("warnings"))
            warnings.add(new Sentence(
                    one.path("code").asString(""),
                    one.path("what").asString(""),
                    one.path("where").asString(""),
                    one.path("todo").asString("")));
        byte[] body = Base64.getDecoder().decode(node.path("body").asString(""));
        return new Answer(body, node.path("id").asString(""), warnings);
    }
}
