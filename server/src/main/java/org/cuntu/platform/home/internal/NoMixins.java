package org.cuntu.platform.home.internal;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Spring Boot looks for mixins of Jackson in every class of the house at each start, half a second; the house has none,
 * which {@code FloorsTest} watches.
 */
@Component
class NoMixins implements BeanDefinitionRegistryPostProcessor {
    private static final List<String> BEANS = List.of("jacksonMixinModuleEntries", "jacksonMixinModule");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        BEANS.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
    }
}
