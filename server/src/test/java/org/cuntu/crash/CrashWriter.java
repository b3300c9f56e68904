package org.cuntu.crash;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.CuntuApplication;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestTask;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The process that is killed. Looks first at what the last one left; then several threads keep files, release versions of
 * layers and ask for tasks, and say so line by line: {@code file <sha256> <leaf> ;}.
 */
final class CrashWriter {
    private static final int WRITERS = 4;
    private static final List<String> LAYERS = List.of("STBHHX", "CKQ");

    private final ConfigurableApplicationContext application;

    private CrashWriter(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] args) throws Exception {
        Path said = Path.of(args[1]);
        String[] settings = Stream.concat(
                        Arrays.stream(args).skip(2),
                        Stream.of("--logging.level.root=error", "--cuntu.tasks.poll=100ms"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application = CuntuApplication.builder(false)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>)
                        context -> context.registerBean("counts", TaskKind.class, () -> TestTask.COUNTS))
                .run(settings)) {
            new CrashLook(application).look(Files.readAllLines(said));
            if (args[0].equals("look")) {
                System.out.println("whole");
                return;
            }
            System.out.println("writing");
            CrashWriter writer = new CrashWriter(application);
            for (int i = 0; i < WRITERS; i++) Thread.ofPlatform().daemon().start(writer::write);
            Thread.currentThread().join();
        }
    }

    private void write() {
        try {
            for (int i = 0; ; i++) {
                file();
                if (i % 5 == 1) task();
                if (i % 7 == 3) release();
            }
        } catch (Throwable e) {
            // the process must not seem to go on
            e.printStackTrace(System.out);
            Runtime.getRuntime().halt(3);
        }
    }

    private void file() throws Exception {
        byte[] content = ("content " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String sha256 = application
                .getBean(org.cuntu.platform.files.Files.class)
                .keep(new ByteArrayInputStream(content), "crash.txt", "text/plain")
                .sha256();
        say("file " + sha256 + " - ;");
    }

    private void task() {
        var id = application.getBean(Tasks.class).submit(TestTask.COUNTS.kind(), Map.of("to", "3"));
        say("task " + id + " - ;");
    }

    private void release() {
        int place = (int) (UUID.randomUUID().getMostSignificantBits() >>> 47);
        String layer = LAYERS.get(place % LAYERS.size());
        LayerSchema schema = application
                .getBean(LayerRegister.class)
                .findLayer(layer)
                .orElseThrow()
                .schema();
        LayerSchema none = new LayerSchema(layer, schema.kind(), List.of(), null, null);
        String hash = application
                .getBean(LayerImport.class)
                .write(
                        none,
                        Stream.of(new Feature(Squares.square(place % 500), List.of())),
                        Squares.square(place % 500),
                        LayerImport.Progress.SILENT);
        LocalDate from = LocalDate.of(1000, 1, 1).plusDays(place);
        try {
            Releases.Released released = application
                    .getBean(Releases.class)
                    .release(new ReleaseRequest.Release(layer, hash, from, "crash", false));
            say("release " + released.entry().id() + " " + released.leaf() + " ;");
        } catch (org.cuntu.engine.problem.InputRefused e) {
            // another version begins on that day already: one in a hundred thousand
            say("- " + e.getMessage());
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
