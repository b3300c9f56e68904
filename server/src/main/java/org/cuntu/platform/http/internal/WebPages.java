package org.cuntu.platform.http.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The web client: its files, and its one page for every address that the client itself makes sense of. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebPages implements WebMvcConfigurer {
    private final String built;

    WebPages(Settings settings) {
        Path root = settings.root() == null ? Path.of("") : settings.root();
        this.built = root.toAbsolutePath().resolve("web/dist").toUri() + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String[] places = {"classpath:/META-INF/resources/", "classpath:/static/", built.replaceAll("/+$", "/")};
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(java.util.Arrays.stream(places)
                        .map(place -> place + "assets/")
                        .toArray(String[]::new))
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(places)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OnePage());
    }

    private static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) return file;
            String folder = path + "/";
            boolean ofTheClient = !folder.startsWith("api/")
                    && !folder.startsWith("actuator/")
                    && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
            return ofTheClient ? super.getResource("index.html", location) : null;
        }
    }
}
