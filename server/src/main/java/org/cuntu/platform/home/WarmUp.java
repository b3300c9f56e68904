package org.cuntu.platform.home;

/**
 * What a module does once after the start so that the first user does not wait: open the snapshots, review a site. The
 * health is UP only when every warm-up has been through. Beans are called in {@link org.springframework.core.annotation.Order}.
 */
public interface WarmUp {
    /** @throws Exception is logged with an incident number; the health then stays DOWN */
    void warmUp() throws Exception;
}
