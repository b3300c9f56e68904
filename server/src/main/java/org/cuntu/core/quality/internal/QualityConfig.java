package org.cuntu.core.quality.internal;

import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.FieldTests;
import org.cuntu.platform.home.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QualityConfig {
    @Bean
    QualityBook qualityBook(CityFolder city, LayerRegister register, CodeFiles codes, FieldTests tests) {
        return QualityFile.read(city, register, codes, tests);
    }
}
