package org.cuntu.core.rules.internal;

import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.platform.home.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RulesConfig {
    @Bean
    RuleBook ruleBook(CityFolder city, LayerRegister register) {
        return CityRules.open(city.root(), register);
    }
}
