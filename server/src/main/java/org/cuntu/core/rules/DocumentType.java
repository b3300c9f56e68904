package org.cuntu.core.rules;

import java.util.List;

/**
 * A type of document that proves an exception (证明文件类型), from the city's documents.yaml.
 *
 * @param id as in a rule's {@code needs}
 * @param levels the issuers' levels that the article allows; empty: any
 * @param validity whether it must say until when it is valid
 */
public record DocumentType(String id, Words title, List<String> levels, boolean validity) {
    public DocumentType {
        levels = List.copyOf(levels);
    }
}
