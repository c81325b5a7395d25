package dev.assay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Plays assay through once, so that the launcher can keep what Java loaded on the way. Nobody sees the output, and a
 * command that fails only makes later starts slower.
 */
final class Rehearsal {

    private static final List<String> PROPERTIES = List.of(
            "assay_project.yml",
            "profiles.yml",
            "docs/payments.md",
            "macros/money.sql",
            "models/models.yml",
            "models/payments.sql",
            "models/totals.sql",
            "seeds/raw_payments.csv");

    private static final List<List<String>> ACTS = List.of(
            List.of("--version"),
            List.of("parse"),
            List.of("parse"),
            List.of("ls"),
            List.of("compile"),
            List.of("build"),
            List.of("build"));

    private Rehearsal() {}

    /** @param args the folder to play in: empty, and thrown away afterwards */
    public static void main(String[] args) throws IOException {
        Path stage = Path.of(args[0]);
        for (String property : PROPERTIES) {
            Path file = stage.resolve(property);
            Files.createDirectories(file.getParent());
            try (InputStream text = Rehearsal.class.getResourceAsStream("rehearsal/" + property)) {
                Files.write(file, text.readAllBytes());
            }
        }
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ACTS.forEach(act -> Main.run(act, Map.of(), stage, nowhere, nowhere));
    }
}
