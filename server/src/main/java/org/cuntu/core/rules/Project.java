package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the project that wants the ground; any part may be unknown (empty).
 *
 * @param kind {@code single} 单独选址, {@code batch} 批次用地, {@code temporary} 临时用地
 * @param purpose the wanted use as a code of YDYH2023, for example 1001
 * @param level {@code national-major} 国家重大项目, {@code provincial-major} 省级重大项目, {@code ordinary} 一般项目
 * @param appliedOn the day of the application, for rules that apply by it
 * @param documents the types of the documents at hand, as in the rules' {@code needs}
 */
public record Project(
        String kind, String purpose, String level, @Nullable LocalDate appliedOn, List<String> documents) {
    public static final Project UNKNOWN = new Project("", "", "", null, List.of());

    public Project {
        documents = List.copyOf(documents);
    }
}
