package org.cuntu.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that holds the home refused: its problem+json as sentences, its status as an exit status. */
final class ServerSaid extends RuntimeException {
    private final int status;
    private final transient List<Sentence> problems;

    private ServerSaid(int status, List<Sentence> problems) {
        super("status " + status);
        this.status = status;
        this.problems = problems;
    }

    /** @param body application/problem+json, in the language that was asked for */
    static ServerSaid of(int status, String body) {
        List<Sentence> problems = new ArrayList<>();
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            for (JsonNode one : root.path("problems")) problems.add(sentence(one, "what"));
            if (problems.isEmpty()) problems.add(sentence(root, "detail"));
        } catch (JacksonException e) {
            problems.add(new Sentence("http." + status, body.strip(), "", ""));
        }
        return new ServerSaid(status, problems);
    }

    private static Sentence sentence(JsonNode node, String what) {
        return new Sentence(
                node.path("code").asString(""),
                node.path(what).asString(node.path("title").asString("")),
                node.path("where").asString(""),
                node.path("todo").asString(""));
    }

    List<Sentence> problems() {
        return problems;
    }

    Exit exit() {
        if (status == 401 || status == 403) return Exit.NOT_ALLOWED;
        if (status == 409 || status == 423 || status == 503) return Exit.BUSY;
        return status >= 500 ? Exit.UNEXPECTED : Exit.INPUT_REFUSED;
    }
}
