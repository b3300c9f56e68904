package org.cuntu.platform.audit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.WitnessChannel;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;

/**
 * Another unit's address. It is asked nothing but to take a head: the address stands in the settings and its host on their
 * list; https, except for a machine named by its loopback address; no redirects, no proxy's choice, ten seconds, a short answer;
 * a name that leads to this machine or to a link's own addresses is not followed.
 */
final class UnitWitness implements WitnessChannel {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 4_000;

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private UnitWitness(URI address) {
        this.address = address;
    }

    /** @throws InputRefused when the host is not on the list, or it is not https */
    static UnitWitness of(String address, List<String> allowedHosts) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw refused(address);
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean secure = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLoopbackLiteral(host);
        boolean allowed = allowedHosts.stream()
                .anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(host));
        if (host.isEmpty() || !secure || !allowed || uri.getUserInfo() != null || uri.getFragment() != null)
            throw refused(address);
        return new UnitWitness(uri);
    }

    private static boolean isLoopbackLiteral(String host) {
        return host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static InputRefused refused(String address) {
        return new InputRefused(Problem.refused(
                "proof.witness-host", Problem.Place.UNKNOWN, "address", address.replaceAll("//.*@", "//…@")));
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public String target() {
        return address.toString();
    }

    @Override
    public String hand(SignedHead head, ProofKey key) throws IOException {
        resolve();
        Map<String, Object> body = new LinkedHashMap<>(ProofJson.of(head));
        body.put("publicKey", ProofJson.of(key));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ProofJson.line(body)))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                String said = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
                if (answer.statusCode() / 100 != 2) throw new IOException("answered " + answer.statusCode());
                return said;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void resolve() throws IOException {
        String host = address.getHost();
        if (isLoopbackLiteral(host)) return;
        for (InetAddress found : InetAddress.getAllByName(host))
            if (found.isLoopbackAddress()
                    || found.isLinkLocalAddress()
                    || found.isAnyLocalAddress()
                    || found.isMulticastAddress()) throw new IOException("not an address of another unit: " + host);
    }
}
