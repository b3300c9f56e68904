package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.cuntu.platform.home.RunFile;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS by setting, with a certificate that the JDK's keytool made for this test. */
class TlsTest {
    private static final String SECRET = "only-for-this-test";

    @TempDir
    Path folder;

    @Test
    void whoComesIsSpokenToOverTlsAndTheHomesOwnerStillIsHeard() throws Exception {
        Path store = folder.resolve("store");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();

        Path home = folder.resolve("home");
        try (TestApplication application = TestApplication.start(
                home,
                true,
                "server.ssl.key-store=" + store,
                "server.ssl.key-store-password=" + SECRET,
                "server.ssl.key-store-type=PKCS12")) {
            HttpResponse<String> secure = get(client(store), "https://localhost:" + application.port(), "");
            RunFile run = RunFile.find(home).orElseThrow();
            HttpResponse<String> owner =
                    get(HttpClient.newHttpClient(), "http://127.0.0.1:" + run.port(), "Bearer " + run.token());

            assertThat(secure.statusCode()).isEqualTo(200);
            assertThat(secure.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
            assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(secure.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
            assertThat(run.port()).isNotEqualTo(application.port());
            assertThat(owner.statusCode()).isEqualTo(200);
            assertThat(owner.body()).contains("\"local\"");
            assertThat(owner.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/session"));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpClient client(Path store) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            trusted.load(in, SECRET.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("server", trusted.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
