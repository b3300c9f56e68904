package org.cuntu.platform.identity.internal;

import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The three administrators of a home without accounts, by the code that its start printed. */
@RestController
@ConditionalOnWebApplication
class SetupController {
    private final HomeSetup setup;

    SetupController(HomeSetup setup) {
        this.setup = setup;
    }

    record Asked(@Nullable String code, @Nullable List<HomeSetup.Person> persons) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** persons: system, security and audit administrator, in this order. */
    @PostMapping("/api/setup")
    @Requires(Requires.PUBLIC)
    ResponseEntity<List<HomeSetup.Made>> found(@RequestBody Asked asked) {
        if (asked.code() == null || asked.persons() == null)
            throw new InputRefused(Problem.refused("identity.setup-three", Problem.Place.UNKNOWN));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(setup.found(asked.code(), asked.persons()));
    }
}
