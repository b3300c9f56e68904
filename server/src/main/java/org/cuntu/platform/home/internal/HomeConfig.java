package org.cuntu.platform.home.internal;

import java.nio.file.Path;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.OperatorToken;
import org.cuntu.platform.home.RunFile;
import org.cuntu.platform.home.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class HomeConfig {
    @Bean
    Home home(Settings settings) {
        return settings.home() == null ? Home.inMemory() : Home.open(settings.home());
    }

    @Bean
    CityFolder cityFolder(Settings settings) {
        Path root = settings.root() == null ? Path.of("") : settings.root();
        return CityFolder.open(settings.city() == null ? root.resolve("city/liuzhou") : settings.city());
    }

    @Bean
    CityClock cityClock(CityFolder city) {
        return CityClock.system(city.zone());
    }

    @Bean
    OperatorToken operatorToken() {
        return new OperatorToken(RunFile.newToken());
    }
}
