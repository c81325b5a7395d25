package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with files in it, and a user who stands there. */
final class Sandbox {

    static final String PROJECT = "name: shop\nversion: '1.0'\nprofile: shop\n";
    static final String PROFILES = """
        shop:
          target: dev
          outputs:
            dev: {type: duckdb, path: shop.duckdb, schema: main}
        """;

    final Path folder;
    final Map<String, String> environment = new HashMap<>();
    final Secrets secrets = new Secrets();
    final List<String> said = new ArrayList<>();
    Invocation.Options options = Invocation.Options.NONE;

    Sandbox(Path folder) {
        this.folder = folder;
    }

    /** A small project that reads well, to be broken. */
    static Sandbox sound(Path folder) {
        return new Sandbox(folder).file("assay_project.yml", PROJECT).file("profiles.yml", PROFILES);
    }

    Sandbox file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Sandbox file(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Sandbox link(String path, String to) {
        try {
            Path link = folder.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(to));
            return this;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Sandbox set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Sandbox typed(Invocation.Options typed) {
        options = typed;
        return this;
    }

    static Invocation.Options target(String name) {
        return new Invocation.Options(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static Invocation.Options vars(String text) {
        return new Invocation.Options(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Map.of("full_refresh", true));
    }

    static Invocation.Options projectDir(String typed) {
        return new Invocation.Options(
                Optional.of(typed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(2),
                Map.of());
    }

    Invocation invocation() {
        return new Invocation(folder, environment, options, "id-1", Instant.parse("2026-11-21T10:20:30Z"));
    }

    Project read() {
        return new ProjectReader(invocation(), secrets, new TemplateVoice() {
                    @Override
                    public void log(String words, Span place) {
                        said.add(place.where() + " log " + words);
                    }

                    @Override
                    public void warn(Diagnostic warning) {
                        said.add(warning.span().orElseThrow().where() + " warn " + warning.headline());
                    }
                })
                .read();
    }

    SourceTree tree() {
        return SourceTreeReader.read(SourceTreeReader.find(read(), invocation()), invocation());
    }

    List<Diagnostic> problems() {
        return assertThrows(ProblemsFound.class, this::tree).problems();
    }

    Diagnostic problem(Code code) {
        List<Diagnostic> found = problems();
        assertEquals(1, found.size(), found.toString());
        assertEquals(code, found.getFirst().code(), found.toString());
        return found.getFirst();
    }
}
