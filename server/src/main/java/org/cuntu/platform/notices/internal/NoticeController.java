package org.cuntu.platform.notices.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own notices: the bell. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/notices")
class NoticeController {
    private static final int NEWEST = 100;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    @Requires(Requires.OWN)
    ResponseEntity<Map<String, Object>> list(HttpServletRequest request) {
        return answer(Languages.of(request));
    }

    @PostMapping("/{id}/read")
    @Requires(Requires.OWN)
    ResponseEntity<Map<String, Object>> read(@PathVariable String id, HttpServletRequest request) {
        try {
            notices.read(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("notices.unknown", "id", id);
        }
        return answer(Languages.of(request));
    }

    private ResponseEntity<Map<String, Object>> answer(Locale locale) {
        List<Map<String, @Nullable Object>> items =
                notices.listOwn(NEWEST).stream().map(each -> tree(each, locale)).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("items", items, "unread", notices.countUnread()));
    }

    private static Map<String, @Nullable Object> tree(Notice notice, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", notice.id());
        tree.put("kind", notice.kind());
        tree.put("noun", notice.noun());
        tree.put("object", notice.object());
        tree.put("text", locale.getLanguage().equals("en") ? notice.en() : notice.zh());
        tree.put("at", notice.at().toString());
        tree.put("readAt", notice.readAt() == null ? null : notice.readAt().toString());
        return tree;
    }
}
