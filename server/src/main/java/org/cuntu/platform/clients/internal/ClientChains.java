package org.cuntu.platform.clients.internal;

import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** The two chains of machine clients, before the chain of people, who are not affected by either. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ClientChains {
    @Bean
    SigningKeys signingKeys(Home home, CityClock clock, Settings settings) {
        return new SigningKeys(home, clock, settings.clients());
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenFilters(TokenChain chain, SigningKeys keys) {
        return new DefaultSecurityFilterChain(
                request -> TokenChain.PATHS.contains(request.getRequestURI()),
                new LazyFilters(() -> chain.build(keys)));
    }

    @Bean
    @Order(2)
    SecurityFilterChain bearerFilters(BearerChain chain, SigningKeys keys) {
        return new DefaultSecurityFilterChain(BearerChain::isToken, new LazyFilters(() -> chain.build(keys)));
    }
}
