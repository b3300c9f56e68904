package org.cuntu.platform.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;

/** A program's requests, without cookies of its own. */
final class ClientTalk {
    private final TestApplication application;

    ClientTalk(TestApplication application) {
        this.application = application;
    }

    /** Asks for a token by HTTP Basic; an empty scope names none. */
    Talk.Answer token(String id, String secret, String scope) {
        String form = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope);
        return form("/oauth2/token", id, secret, form);
    }

    /** A token that is good. */
    String good(MachineClients.Made made) {
        return token(made.client().id(), made.secret(), "")
                .json()
                .path("access_token")
                .asString();
    }

    Talk.Answer form(String path, String id, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Talk.bare(application)
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString(form),
                        "Authorization",
                        "Basic " + basic,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    Talk.Answer get(String token, String path) {
        return Talk.bare(application).get(path, "Authorization", "Bearer " + token);
    }

    Talk.Answer post(String token, String path, String body) {
        return Talk.bare(application)
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString(body),
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json");
    }

    /** The token's claims, changed. */
    JWTClaimsSet.Builder claims(String token) {
        try {
            return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** Signed with the installation's own key, as only somebody could who has it. */
    String signedByUs(JWTClaimsSet claims) {
        try {
            String keys = java.nio.file.Files.readString(application.home().resolve("keys/token-keys.json"));
            return signed(claims, JWKSet.parse(keys).getKeys().getFirst().toECKey());
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
