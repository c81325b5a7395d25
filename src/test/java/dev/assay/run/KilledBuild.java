package dev.assay.run;

import dev.assay.app.Building;
import dev.assay.app.LoadedProject;
import dev.assay.app.RunOptions;
import dev.assay.app.Workspace;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.plan.PlanRequest;
import dev.assay.project.Invocation;
import dev.assay.project.Secrets;
import dev.assay.project.TemplateVoice;
import dev.assay.result.RunListener;
import dev.assay.select.Request;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Limits;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A build that counts what it says to its warehouse and kills its own process before one of those words. */
final class KilledBuild {

    private KilledBuild() {}

    public static void main(String[] args) {
        var left = new AtomicInteger(Integer.parseInt(args[0]));
        Runnable step = () -> {
            if (left.decrementAndGet() == 0) {
                kill();
            }
        };
        var invocation = new Invocation(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Invocation.Options.NONE,
                UUID.randomUUID().toString(),
                Clock.systemUTC().instant());
        var interruption = new Interruption();
        LoadedProject loaded = new Workspace(
                        invocation,
                        new Secrets(),
                        new Silent(),
                        Clock.systemUTC(),
                        new Lease(Duration.ZERO, interruption, words -> {}))
                .load();
        var counted = new LoadedProject(
                loaded.workspace(), loaded.project(), loaded.tree(), new Counted(loaded.warehouse(), step));
        var faces = new Building.Faces(RunListener.SILENT, problems -> {}, (problem, rows) -> "");
        new Building(
                        counted.parse(),
                        RunOptions.of("build", PlanRequest.Mode.BUILD, Request.everything()),
                        Map.of(),
                        "test",
                        faces)
                .run(interruption);
    }

    private static final class Silent implements TemplateVoice {
        @Override
        public void log(String words, Span place) {}

        @Override
        public void warn(Diagnostic warning) {}
    }

    /** No hook of the virtual machine runs, no destructor of the engine. */
    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same warehouse, with a step before each word. */
    private record Counted(Warehouse warehouse, Runnable step) implements Warehouse {

        @Override
        public String type() {
            return warehouse.type();
        }

        @Override
        public String label() {
            return warehouse.label();
        }

        @Override
        public String address() {
            return warehouse.address();
        }

        @Override
        public Set<Capability> capabilities() {
            return warehouse.capabilities();
        }

        @Override
        public Dialect dialect() {
            return warehouse.dialect();
        }

        @Override
        public Wording wording() {
            return warehouse.wording();
        }

        @Override
        public Session open() {
            return new CountedSession(warehouse.open(), step);
        }

        @Override
        public Existing existing(Session session, Collection<String> schemas) {
            return warehouse.existing(session, schemas);
        }

        @Override
        public RelationName candidate(RelationName published) {
            return warehouse.candidate(published);
        }

        @Override
        public RelationName retired(RelationName published) {
            return warehouse.retired(published);
        }

        @Override
        public Limits limits() {
            return warehouse.limits();
        }

        @Override
        public List<Statement> settle() {
            return warehouse.settle();
        }

        @Override
        public void reopen() {
            warehouse.reopen();
        }

        @Override
        public boolean isOurs(RelationName name) {
            return warehouse.isOurs(name);
        }

        @Override
        public void close() {
            step.run();
            warehouse.close();
        }
    }

    private record CountedSession(Session session, Runnable step) implements Session {

        @Override
        public Rows query(Statement statement) {
            step.run();
            return session.query(statement);
        }

        @Override
        public long execute(Statement statement) {
            step.run();
            return session.execute(statement);
        }

        @Override
        public void begin() {
            step.run();
            session.begin();
        }

        @Override
        public void commit() {
            step.run();
            session.commit();
        }

        @Override
        public void rollback() {
            step.run();
            session.rollback();
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
