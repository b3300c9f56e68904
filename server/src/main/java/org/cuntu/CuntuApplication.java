package org.cuntu;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The one application: every module of every floor (see ARCHITECTURE.md). Started by the verbs of {@code org.cuntu.cli},
 * with or without its web server; everything that differs is a setting ({@link org.cuntu.platform.home.Settings}).
 */
@SpringBootApplication
public class CuntuApplication {
    /** The application, ready to be given properties and run. */
    public static SpringApplicationBuilder builder(boolean web) {
        return new SpringApplicationBuilder(CuntuApplication.class)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
    }

    public static void main(String[] args) {
        builder(true).run(args);
    }
}
