package org.cuntu.platform.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Endpoint;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;

/** What somebody sends who wants a server to stumble: to every endpoint, with a role that it answers. */
final class HostileRequests {
    private static final String NONE = "11111111-1111-1111-1111-111111111111";
    private static final List<String> IDS = List.of(
            "-1",
            "99999999999999999999999",
            "%00",
            "a%0d%0aX-Evil:%20y",
            "..",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..",
            "%252e%252e%252f",
            "a;b=c",
            "x".repeat(3000),
            "'%20or%201=1--",
            "%ff%fe",
            "%F0%9F%98%80",
            ".",
            "a.",
            "%20",
            "1e999",
            NONE);
    private static final List<String> QUERIES = List.of(
            "limit=-1&offset=-5&page=2147483647",
            "limit=x&before=x&cursor=x&at=x",
            "q=%00&person=%00&act=%00&object=%00&typed=%00&about=%00&reason=%00",
            "q=%ED%A0%80&person=%ED%A0%80&object=%25%27%5C&q=%25_",
            "q=" + "x".repeat(5000),
            "from=-999999999-01-01",
            "from=9999-12-31&to=%2B999999999-12-31",
            "from=2026-02-30&to=x&t=9999999-01-01&k=x&asOf=x&known=x",
            "lon=NaN&lat=NaN&x=NaN&y=1&box=NaN,NaN,NaN,NaN",
            "lon=1e999&lat=-1e999&box=1e999,1,2,3&west=NaN&south=0&east=1&north=1",
            "first=-1&second=99999999999",
            "first=9223372036854775807&second=9223372036854775807",
            "lang=%0d%0a&below=%00&layer=%00");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{}",
            "{",
            "{\"a\":1}",
            "[".repeat(20_000) + "]".repeat(20_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "{\"id\":1,\"id\":2,\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"" + "x".repeat(100_000) + "\",\"unit\":\"u\",\"reason\":\"r\"}",
            "{\"plots\":[null],\"name\":null}",
            "{\"plots\":[{\"geometry\":null}]}",
            "{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e308,1e308],[1,1],[1e308,2],[1e308,1e308]]]}}]}",
            "{\"name\":\"a\\u0000b\",\"plots\":[],\"project\":{}}",
            "{\"id\":\"zero\",\"name\":\"a\\u0000b\",\"unit\":\"a\\u0000b\"}",
            "{\"id\":\"half\",\"name\":\"a\\ud800b\",\"unit\":\"u\"}",
            "{\"name\":\"n\",\"unit\":\"" + "u".repeat(5000) + "\",\"id\":\"long-unit\"}",
            "{\"phone\":\"a\\u0000b\",\"identityNumber\":\"" + "9".repeat(5000) + "\"}",
            "{\"phone\":\"" + "9".repeat(400) + "\"}",
            "{\"persons\":[null,null,null],\"code\":\"x\"}",
            "{\"reason\":\"a\\u0000b\",\"holder\":\"viewer\",\"role\":\"viewer\",\"level\":2}",
            "{\"reason\":\"" + "x".repeat(600) + "\",\"remark\":\"" + "x".repeat(600) + "\"}",
            "{\"remark\":\"" + "x".repeat(600) + "\"}",
            "{\"taker\":\"reviewer\",\"roles\":[null],\"reason\":\"x\",\"to\":\"2027-01-01\"}",
            "{\"taker\":\"reviewer\",\"roles\":[\"viewer\"],\"reason\":\"x\",\"from\":\"-999999999-01-01\",\"to\":\"+999999999-12-31\"}",
            "{\"overlapHours\":-2147483648}",
            "{\"expiresOn\":\"+999999999-12-31\",\"name\":\"a\",\"unit\":\"b\",\"purpose\":\"c\",\"scopes\":[null],\"division\":\"4502\",\"level\":1,\"quota\":1}",
            "{\"expiresOn\":\"2027-01-01\",\"name\":\"a\",\"unit\":\"b\",\"purpose\":\"c\",\"scopes\":[\"rules:rule:read\"],\"division\":\"450200\",\"level\":1,\"quota\":1,\"addresses\":[null]}",
            "{\"entries\":[null],\"leaves\":[null],\"reason\":\"long enough\"}",
            "{\"user\":\"a\\u0000b\",\"password\":\"\\u0000\",\"code\":\"\\u0000\"}",
            "{\"fingerprint\":\"" + "z".repeat(300) + "\",\"reason\":\"x\"}");
    private static final List<String> FORMS = List.of(
            "",
            "--x",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\r\nX: y.txt\"\r\n\r\nabc\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\nPK\u0003\u0004garbage\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n" + "[".repeat(20_000) + "\r\n--x--\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(3_000) + "--x--\r\n");

    /** What would end the session, stop the server's work or make keys and archives at each request. */
    private static final Set<String> LEFT_OUT = Set.of(
            "DELETE /api/session", "POST /api/backups", "POST /api/proof/keys/rotate", "POST /api/command/import");

    private HostileRequests() {}

    /** An answer that stumbles, or says more than it should; empty when all are sound. */
    static List<String> stumbled(TestApplication application) {
        List<String> wrong = new ArrayList<>();
        Map<String, Talk> talks = new HashMap<>();
        for (Endpoint endpoint : Endpoint.all(application)) {
            if (LEFT_OUT.contains(endpoint.toString())) continue;
            Talk talk = talks.computeIfAbsent(role(application, endpoint), role -> Talk.as(application, role));
            for (String path : paths(endpoint)) look(wrong, endpoint, path, ask(talk, endpoint, path, null));
            String none = endpoint.path().replaceAll("\\{[^/}]+}", NONE);
            if (!endpoint.writes()) continue;
            for (String body : isForm(endpoint) ? FORMS : BODIES)
                look(wrong, endpoint, body, ask(talk, endpoint, none, body));
        }
        return wrong;
    }

    private static List<String> paths(Endpoint endpoint) {
        List<String> paths = new ArrayList<>();
        if (endpoint.path().contains("{"))
            for (String id : IDS) paths.add(endpoint.path().replaceAll("\\{[^/}]+}", id));
        String none = endpoint.path().replaceAll("\\{[^/}]+}", NONE);
        for (String query : QUERIES) paths.add(none + "?" + query);
        return paths;
    }

    private static Talk.Answer ask(Talk talk, Endpoint endpoint, String path, String body) {
        if (!endpoint.writes()) return talk.get(path);
        String type = isForm(endpoint) ? "multipart/form-data; boundary=x" : "application/json";
        return talk.send(
                endpoint.method(),
                path,
                BodyPublishers.ofString(body == null ? "{}" : body),
                "Content-Type",
                type,
                "X-XSRF-TOKEN",
                talk.token());
    }

    private static boolean isForm(Endpoint endpoint) {
        return "multipart/form-data".equals(endpoint.consumes());
    }

    private static String role(TestApplication application, Endpoint endpoint) {
        if (endpoint.isPublic() || endpoint.isOwn()) return "viewer";
        return Talk.roles(application).stream()
                .filter(role -> application
                        .bean(Accounts.class)
                        .find(role)
                        .orElseThrow()
                        .may(String.valueOf(endpoint.permission())))
                .findFirst()
                .orElseThrow();
    }

    private static void look(List<String> wrong, Endpoint endpoint, String sent, Talk.Answer answer) {
        String text = answer.text();
        boolean leaks = text.matches(
                        "(?s).*(\\bat (org|java|com)\\.|(org|java|tools)\\.[a-zA-Z.]+Exception|JdbcSQL|PSQL|/etc/).*")
                || !answer.header("X-Evil").isEmpty();
        if (answer.status() >= 500 || leaks)
            wrong.add(endpoint + " ← " + shortened(sent) + " → " + answer.said() + " " + shortened(text));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(120, text.length()));
    }
}
