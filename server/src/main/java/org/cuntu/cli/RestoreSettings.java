package org.cuntu.cli;

import org.cuntu.platform.home.Settings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The settings alone, read as the application reads them: a restore needs them before there is anything to start. */
@EnableConfigurationProperties(Settings.class)
class RestoreSettings {
    static Settings read() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RestoreSettings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false")
                .run("--logging.threshold.console=off")) {
            return context.getBean(Settings.class);
        }
    }
}
