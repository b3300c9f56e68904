package org.cuntu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo's sample sites; an office's home has none. */
@RestController
@ConditionalOnWebApplication
class ShowcaseController {
    private static final String NONE = "{\"type\":\"FeatureCollection\",\"features\":[]}";

    private final Home home;

    ShowcaseController(Home home) {
        this.home = home;
    }

    @GetMapping("/api/showcase")
    @Requires("conformity:review:live")
    ResponseEntity<byte[]> show() throws IOException {
        byte[] sites;
        try {
            sites = Files.readAllBytes(home.root().resolve(DemoHome.SHOWCASE));
        } catch (NoSuchFileException e) {
            sites = NONE.getBytes(StandardCharsets.UTF_8);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(sites);
    }
}
