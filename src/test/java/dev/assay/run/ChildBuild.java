package dev.assay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A build in a process of its own, which can be killed as the system kills: without a word. */
public final class ChildBuild {

    private final Process process;

    private ChildBuild(Process process) {
        this.process = process;
    }

    static ChildBuild start(Shop shop, String... args) {
        return start(shop.folder(), args);
    }

    public static ChildBuild start(Path folder, String... args) {
        return java("dev.assay.Main", folder, args);
    }

    /** Kills itself right after the statement of this number. */
    static ChildBuild killedAfter(int statement, Shop shop) {
        return killedAfter(statement, shop.folder());
    }

    public static ChildBuild killedAfter(int statement, Path folder) {
        return java(KilledBuild.class.getName(), folder, String.valueOf(statement));
    }

    static ChildBuild java(String main, Shop shop, String... args) {
        return java(main, shop.folder(), args);
    }

    /** No file of it can be larger than this. */
    static ChildBuild cramped(long bytes, Shop shop, String... args) {
        var all = new ArrayList<>(List.of(String.valueOf(bytes)));
        all.addAll(List.of(args));
        return java(CrampedBuild.class.getName(), shop, all.toArray(String[]::new));
    }

    /** All that it has said so far. */
    static String said(Shop shop) {
        try {
            return Files.readString(shop.folder().resolve("child.log"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param options of the virtual machine */
    static ChildBuild java(List<String> options, Shop shop, String... args) {
        return java(options, "dev.assay.Main", shop.folder(), args);
    }

    private static ChildBuild java(String main, Path folder, String... args) {
        return java(List.of(), main, folder, args);
    }

    private static ChildBuild java(List<String> options, String main, Path folder, String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main);
        command.addAll(List.of(args));
        try {
            return new ChildBuild(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("child.log").toFile())
                    .start());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** On Unix what is sent is SIGKILL. */
    public int kill() throws InterruptedException {
        process.destroyForcibly();
        return end();
    }

    /** As a terminal or a supervisor asks a process to stop: {@code INT}, {@code TERM}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    public int end() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a child does not end");
        }
        return process.exitValue();
    }
}
