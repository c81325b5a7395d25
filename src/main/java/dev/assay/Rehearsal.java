package dev.assay;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Plays assay through once, so that the launcher can keep what Java loaded on the way. Nobody sees the output, and a
 * command that fails only makes later starts slower.
 */
final class Rehearsal {

    private static final String PROJECT = "rehearsal";

    // Some twice: the second time meets what the first has left.
    private static final List<List<String>> ACTS = List.of(
            List.of("parse"), List.of("parse"), List.of("ls"), List.of("compile"), List.of("build"), List.of("build"));

    private Rehearsal() {}

    /** @param args the folder to play in: empty, and thrown away afterwards */
    public static void main(String[] args) {
        Path stage = Path.of(args[0]);
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(List.of("--version"), Map.of(), stage, nowhere, nowhere);
        Main.run(List.of("init", PROJECT), Map.of(), stage, nowhere, nowhere);
        Path project = stage.resolve(PROJECT);
        ACTS.forEach(act -> Main.run(act, Map.of(), project, nowhere, nowhere));
    }
}
