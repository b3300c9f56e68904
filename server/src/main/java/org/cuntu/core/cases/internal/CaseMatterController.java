package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.Matters;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The matters for officers: what each asks for, its steps and limits. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases/matters")
class CaseMatterController {
    private final Matters matters;
    private final CityClock clock;

    CaseMatterController(Matters matters, CityClock clock) {
        this.matters = matters;
        this.clock = clock;
    }

    /** Those in force today. */
    @GetMapping
    @Requires("cases:case:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> list() {
        return answer(matters.list(clock.today()).stream().map(MatterTree::row).toList());
    }

    /** One of them, in force or not. */
    @GetMapping("/{code}")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String code) {
        return answer(matters.find(code)
                .map(MatterTree::whole)
                .orElseThrow(() -> ProblemAnswer.notFound("matters.unknown", "code", code)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
