package org.cuntu.platform.tasks.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks as the page sees them. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/tasks")
class TaskController {
    private static final int NEWEST = 100;

    private final Tasks tasks;
    private final CurrentUser current;

    TaskController(Tasks tasks, CurrentUser current) {
        this.tasks = tasks;
        this.current = current;
    }

    /** As {@link TaskView}, with the problems in the caller's language. */
    record Task(
            String id,
            String kind,
            TaskState state,
            long done,
            @Nullable Long total,
            @Nullable String unit,
            @Nullable Double rate,
            @Nullable Long secondsLeft,
            @Nullable Map<String, Object> result,
            List<ProblemBody.Item> problems,
            @Nullable String incident,
            String by,
            String submittedAt) {}

    @GetMapping
    @Requires("tasks:task:read")
    List<Task> list(HttpServletRequest request) {
        return tasks.listNewest(NEWEST).stream()
                .filter(this::isSeen)
                .map(view -> task(view, request))
                .toList();
    }

    @GetMapping("/{id}")
    @Requires("tasks:task:read")
    Task show(@PathVariable UUID id, HttpServletRequest request) {
        return tasks.find(new TaskId(id))
                .filter(this::isSeen)
                .map(view -> task(view, request))
                .orElseThrow(() -> ProblemAnswer.notFound("task.unknown", "id", id));
    }

    @PostMapping("/{id}/cancel")
    @Requires("tasks:task:cancel")
    Task cancel(@PathVariable UUID id, HttpServletRequest request) {
        tasks.cancel(new TaskId(id));
        return show(id, request);
    }

    /** The own ones; all by whoever may cancel any. */
    private boolean isSeen(TaskView view) {
        User user = current.get();
        return view.by().equals(user.id()) || user.may("tasks:task:cancel");
    }

    private static Task task(TaskView view, HttpServletRequest request) {
        return new Task(
                view.id().toString(),
                view.kind(),
                view.state(),
                view.done(),
                view.total(),
                view.unit(),
                view.rate(),
                view.secondsLeft(),
                view.result(),
                view.problems().stream()
                        .map(problem -> ProblemBody.Item.of(problem, Languages.of(request)))
                        .toList(),
                view.incident(),
                view.by(),
                view.submittedAt().toString());
    }
}
