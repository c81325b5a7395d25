package dev.assay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invariants of docs/ARCHITECTURE.md. A library, a thread, a disk, a clock: each has its rooms. */
class ArchitectureTest {

    private static final Rooms ROOMS = Rooms.read();

    /** Each library has its one room; the terminal is the exception, since signals, prompts and widths are for all faces. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "freemarker.", Set.of("template"),
            "org.yaml.snakeyaml.", Set.of("yaml"),
            "org.jgrapht.", Set.of("graph"),
            "picocli.", Set.of("cli"),
            "com.fasterxml.jackson.", Set.of("json"),
            "org.jline.", Set.of("Main", "shell", "report", "cli"),
            "org.duckdb.", Set.of("warehouse.duckdb"),
            "org.postgresql.", Set.of("warehouse.postgres"),
            "java.sql.", Set.of("warehouse", "warehouse.duckdb", "warehouse.postgres", "warehouse.snowflake"),
            "javax.sql.", Set.of());

    private static final List<String> THREADS = List.of(
            "java.lang.Thread",
            "java.util.Timer",
            "java.util.concurrent.locks.",
            "java.util.concurrent.atomic.",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CountDownLatch",
            "java.util.concurrent.CyclicBarrier",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ForkJoin",
            "java.util.concurrent.Future",
            "java.util.concurrent.Phaser",
            "java.util.concurrent.Scheduled",
            "java.util.concurrent.Semaphore",
            "java.util.concurrent.ThreadPool");

    /** Template has one watchdog: a template that loops without end stops only by interruption. */
    private static final Set<String> ROOMS_WITH_THREADS = Set.of("run", "connect", "template");

    /** All sessions of a process share one open file, and whoever comes first opens it. */
    private static final Set<String> SHARED_INSTANCES =
            Set.of("dev.assay.warehouse.duckdb.DuckDBInstance", "dev.assay.warehouse.duckdb.CopiedAccess");

    private static final List<String> DISK_AND_NETWORK = List.of(
            "java.nio.file.Files",
            "java.nio.file.FileSystem",
            "java.nio.file.WatchService",
            "java.nio.channels.",
            "java.io.File",
            "java.io.RandomAccessFile",
            "java.lang.ProcessBuilder",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.URLConnection",
            "java.net.http.",
            "com.sun.net.httpserver.");

    private static final Set<String> ROOMS_WITH_DISK = Set.of(
            "Main",
            "cli",
            "app",
            "report",
            "docs",
            "shell",
            "artifact",
            "outside",
            "project",
            "recall",
            "warehouse.duckdb",
            "warehouse.postgres",
            "warehouse.snowflake");

    private static final Set<String> ROOMS_WITH_STOPWATCH =
            Set.of("run", "connect", "publish", "publish.bound", "setup", "template");

    /** Rooms that are values only, and what in them is none, with its reason. */
    private static final Set<String> ROOMS_OF_VALUES = Set.of("manifest", "result");

    private static final Map<String, String> VALUES_OF_ANOTHER_SHAPE = Map.of();

    /** Rooms whose allowed arrows must all be used. A room joins when its work is done. */
    private static final Set<String> COMPLETE = Set.of("diagnostic", "manifest", "result", "sql", "yaml");

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        none(dependencies().filter(ArchitectureTest::crossesTheTable));
    }

    @Test
    void aCompleteRoomUsesWhatItIsAllowed() {
        var unused = new TreeMap<String, Set<String>>();
        ROOMS.imports().forEach((room, imports) -> unused.put(room, new TreeSet<>(imports)));
        unused.keySet().retainAll(COMPLETE);
        unused.values().forEach(imports -> imports.remove("source"));
        dependencies()
                .filter(use -> COMPLETE.contains(room(use)))
                .forEach(use -> ROOMS.room(use.getTargetClass().getBaseComponentType())
                        .ifPresent(unused.get(room(use))::remove));
        unused.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), unused);
    }

    @Test
    void theTableHasNoCircle() {
        var open = new TreeMap<String, Set<String>>();
        ROOMS.imports().forEach((room, imports) -> open.put(room, new TreeSet<>(imports)));
        var free = new ArrayDeque<String>();
        do {
            free.clear();
            open.forEach((room, imports) -> {
                if (imports.isEmpty()) {
                    free.add(room);
                }
            });
            open.keySet().removeAll(free);
            open.values().forEach(imports -> imports.removeAll(free));
        } while (!free.isEmpty());
        assertEquals(Map.of(), open);
    }

    @Test
    void eachLibraryHasItsRoom() {
        none(dependencies()
                .filter(use -> LIBRARIES.entrySet().stream()
                        .anyMatch(library -> use.getTargetClass().getName().startsWith(library.getKey())
                                && !library.getValue().contains(room(use)))));
    }

    @Test
    void threadsLiveInRunAndConnect() {
        none(dependencies().filter(use -> touches(use, THREADS) && !ROOMS_WITH_THREADS.contains(room(use))));
        none(calls(call -> call.startsWith("java.util.") && call.matches(".*\\.(parallel|parallelStream)\\(.*")));
        none(House.allClasses()
                .filter(type -> !ROOMS_WITH_THREADS.contains(ROOMS.room(type).orElseThrow()))
                .filter(type -> !SHARED_INSTANCES.contains(type.getName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED)));
    }

    @Test
    void decisionsTouchNoDiskAndNoNetwork() {
        none(dependencies().filter(use -> touches(use, DISK_AND_NETWORK) && !ROOMS_WITH_DISK.contains(room(use))));
    }

    @Test
    void standardStreamsExitAndEnvironmentAreMains() {
        none(calls(call -> call.matches("java\\.lang\\.System\\.(out|err|in)")));
        none(calls(call -> call.matches("java\\.lang\\.System\\.(exit|getenv|console|setOut|setErr|setIn)\\(.*")
                || call.matches("java\\.lang\\.Runtime\\.(exit|halt|exec)\\(.*")));
    }

    @Test
    void theTimeComesInAsAClock() {
        none(calls(call -> call.matches("java\\.time\\.\\w+\\.now\\((?!java\\.time\\.Clock).*")
                || call.matches("java\\.time\\.Clock\\.(system|tick).*")
                || call.startsWith("java.lang.System.currentTimeMillis(")
                || call.startsWith("java.util.Date.<init>()")));
        none(House.allClasses()
                .filter(type -> !ROOMS_WITH_STOPWATCH.contains(ROOMS.room(type).orElseThrow()))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTarget().getFullName().startsWith("java.lang.System.nanoTime(")));
    }

    @Test
    void manifestAndResultHoldValues() {
        none(House.classes()
                .filter(type -> ROOMS_OF_VALUES.contains(ROOMS.room(type).orElseThrow()))
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                .filter(type -> !VALUES_OF_ANOTHER_SHAPE.containsKey(type.getName())));
    }

    @Test
    void nothingHasASetter() {
        none(House.classes()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().matches("set[A-Z].*")
                        && method.getRawReturnType().getName().equals("void")));
        none(House.classes()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                        && !field.getModifiers().contains(JavaModifier.FINAL)));
    }

    private static boolean crossesTheTable(Dependency use) {
        return ROOMS.room(use.getTargetClass().getBaseComponentType())
                .filter(to -> !ROOMS.allows(room(use), to))
                .isPresent();
    }

    private static Stream<Dependency> dependencies() {
        return House.allClasses().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Stream<JavaClass> outsideMain() {
        return House.allClasses().filter(type -> !ROOMS.room(type).orElseThrow().equals("Main"));
    }

    /** Calls outside Main whose target, written {@code owner.method(parameters)}, is one that is asked for. */
    private static Stream<?> calls(Predicate<String> asked) {
        return outsideMain()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> asked.test(access.getTarget().getFullName()));
    }

    private static String room(Dependency use) {
        return ROOMS.room(use.getOriginClass()).orElseThrow();
    }

    private static boolean touches(Dependency use, List<String> beginnings) {
        String name = use.getTargetClass().getBaseComponentType().getName();
        return beginnings.stream().anyMatch(name::startsWith);
    }

    private static void none(Stream<?> violations) {
        assertEquals(
                List.of(), violations.map(Object::toString).sorted().distinct().toList());
    }
}
