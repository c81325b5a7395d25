package dev.assay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        return java("dev.assay.Main", shop, args);
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

    private static ChildBuild java(String main, Path folder, String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
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
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return end();
    }

    public int end() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a child does not end");
        }
        return process.exitValue();
    }
}
