package org.cuntu.platform.http.internal;

import jakarta.servlet.MultipartConfigElement;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads pass through the home's own {@code tmp}, never through memory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class UploadConfig {
    private static final int IN_MEMORY = 64 << 10;

    @Bean
    MultipartConfigElement multipartConfigElement(Settings settings, Home home) {
        long limit = settings.limits().upload().toBytes();
        return new MultipartConfigElement(home.tmp().toString(), limit, limit, IN_MEMORY);
    }
}
