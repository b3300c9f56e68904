package org.cuntu.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a backup is made: by the running server, over its API, or by this process. The task and its result are the same. */
interface BackupDesk {
    /** Makes one and waits for its end; the task's result. */
    JsonNode make(Console console);

    static BackupDesk of(Cli cli) {
        Optional<RunningServer> server = RunningServer.find(cli.home());
        return server.<BackupDesk>map(Remote::new).orElseGet(() -> new Local(cli));
    }

    /** In this process. */
    record Local(Cli cli) implements BackupDesk {
        private static final Duration LOOK = Duration.ofSeconds(1);

        @Override
        public JsonNode make(Console console) {
            if (!Desks.holdsRecords(cli.home()))
                throw Stopped.with(
                        Exit.INPUT_REFUSED,
                        "cli.no-such-file",
                        "file",
                        cli.home().resolve("db"));
            try (ConfigurableApplicationContext application = Application.command(cli.home(), cli)) {
                Tasks tasks = application.getBean(Tasks.class);
                TaskId id = application.getBean(Backups.class).make();
                TaskView view = tasks.await(id, LOOK);
                while (!view.state().isEnd()) {
                    Long total = view.total();
                    if (total != null) Progress.say(console, view.done(), total);
                    view = tasks.await(id, LOOK);
                }
                if (view.state() != TaskState.DONE
                        && view.incident() == null
                        && !view.problems().isEmpty()) throw new InputRefused(view.problems());
                console.warnings(view.problems().stream()
                        .map(problem -> Sentence.of(problem, console.locale()))
                        .toList());
                return ended(
                        view.state().name(),
                        view.incident() == null ? "-" : view.incident(),
                        JsonMapper.shared().valueToTree(view.result()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Stopped.with(Exit.UNEXPECTED, "cli.interrupted");
            }
        }
    }

    /** At the server that holds the home. */
    record Remote(RunningServer server) implements BackupDesk {
        private static final long LOOK_MILLIS = 500;

        @Override
        public JsonNode make(Console console) {
            String language = console.locale().getLanguage();
            String task = server.post("/api/backups", language, "application/json", BodyPublishers.noBody())
                    .path("task")
                    .asString("");
            while (true) {
                JsonNode view = server.get("/api/tasks/" + task, language);
                TaskState state = TaskState.valueOf(view.path("state").asString(""));
                if (state.isEnd()) return ended(view, state, console);
                Progress.say(
                        console, view.path("done").asLong(0), view.path("total").asLong(0));
                try {
                    Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw Stopped.with(Exit.UNEXPECTED, "cli.interrupted");
                }
            }
        }

        private static JsonNode ended(JsonNode view, TaskState state, Console console) {
            List<Sentence> problems = new ArrayList<>();
            for (JsonNode one : view.path("problems"))
                problems.add(new Sentence(
                        one.path("code").asString(""),
                        one.path("what").asString(""),
                        one.path("where").asString(""),
                        one.path("todo").asString("")));
            if (state == TaskState.DONE) console.warnings(problems);
            else console.refused(problems);
            return BackupDesk.ended(state.name(), view.path("incident").asString("-"), view.path("result"));
        }
    }

    private static JsonNode ended(String state, String incident, JsonNode result) {
        if (!state.equals(TaskState.DONE.name()))
            throw Stopped.with(Exit.UNEXPECTED, "cli.task-ended", "state", state, "incident", incident);
        return result;
    }

    /** How far it is. */
    final class Progress {
        private Progress() {}

        static void say(Console console, long done, long total) {
            if (total > 0) console.progress("backup.progress", "percent", 100 * done / total, "total", total);
        }
    }
}
