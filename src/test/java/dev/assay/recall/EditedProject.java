package dev.assay.recall;

import dev.assay.app.LoadedProject;
import dev.assay.app.ParsedProject;
import dev.assay.app.Workspace;
import dev.assay.connect.Interruption;
import dev.assay.connect.Lease;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.project.Invocation;
import dev.assay.project.Project;
import dev.assay.project.Secrets;
import dev.assay.project.SourceListing;
import dev.assay.project.SourceTree;
import dev.assay.project.SourceTreeReader;
import dev.assay.project.TemplateVoice;
import dev.assay.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A project that is edited between calls, and what is kept of it and found again. */
final class EditedProject {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(Map.of("FLOOR", "3"));
    private final Secrets secrets = new Secrets();
    private Instant now = NOON;
    private Optional<String> vars = Optional.empty();
    private int opened;

    EditedProject(Path folder) {
        this.folder = folder;
        write("assay_project.yml", """
            name: shop
            version: "1.0"
            profile: shop
            vars: {least: 1, names: [a, 2, 2.5, null, {deep: true}]}
            on-run-end: ["select ${var('least')}"]
            models:
              shop: {+materialized: view, +meta: {owner: {team: data, size: 3}}}
            """);
        write("profiles.yml", """
            shop:
              target: dev
              outputs:
                dev: {type: duckdb, path: shop.duckdb, schema: dev}
            """);
        write("models/orders.sql", "select * from ${ref(\"raw_orders\")} where n >= ${env_var('FLOOR')}");
        write(
                "models/sums.sql",
                "${config({\"materialized\": \"table\", \"tags\": [\"x\"]})}\n"
                        + "select ${money.cents(\"n\")} from ${ref(\"orders\")}");
        write("models/old.sql", "${config({\"enabled\": false})} select 1");
        write("models/shop.yml", """
            version: 2
            models:
              - name: orders
                description: "${doc('orders')}"
                meta: {nothing: null, list: [1, "x"]}
                columns:
                  - {name: n, data_type: int, quote: true, constraints: [{type: not_null}], data_tests: [unique, {accepted_values: {values: [1, 2, null], config: {where: "n > 0"}}}]}
            sources:
              - {name: feed, schema: raw, tables: [{name: rows, identifier: Rows}]}
            exposures:
              - {name: page, type: dashboard, owner: {name: Ann}, depends_on: ["ref('sums')", "source('feed', 'rows')"]}
            groups:
              - {name: money, owner: {name: Bob, email: bob@example.org}}
            """);
        write("macros/money.sql", "[#function cents column][#return column + \" * 100\"][/#function]");
        write("seeds/raw_orders.csv", "n\n3\n4\n");
        write("tests/none.sql", "select 1 from ${ref(\"sums\")} where false");
        write("tests/generic/positive.sql", "[#-- test positive(column_name, least = 0): rows below --]\nselect 1");
        write("analyses/look.sql", "select ${var('least')}");
        write("docs/words.md", "# orders\nAll orders: ä €.\n");
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    void secret(String word) {
        secrets.add(word);
    }

    /** What is given on the command line. */
    void vars(Optional<String> given) {
        vars = given;
    }

    void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    /** How many files were opened in looking for what is known, since this was asked last. */
    int opened() {
        int since = opened;
        opened = 0;
        return since;
    }

    /** What is kept. */
    Path file() {
        return folder.resolve("target/parse.cache");
    }

    private Workspace workspace() {
        var options = new Invocation.Options(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                vars,
                Optional.empty(),
                Map.of());
        var silent = new TemplateVoice() {
            @Override
            public void log(String words, Span place) {}

            @Override
            public void warn(Diagnostic warning) {}
        };
        return new Workspace(
                new Invocation(folder, environment, options, "id", NOON),
                new Secrets(),
                silent,
                Clock.fixed(now, ZoneOffset.UTC),
                new Lease(Duration.ZERO, new Interruption(), words -> {}),
                "test");
    }

    Understood fresh() {
        return understood(workspace().load());
    }

    private static Understood understood(LoadedProject loaded) {
        ParsedProject parsed = loaded.parse();
        return new Understood(
                parsed.manifest(),
                parsed.kinds(),
                parsed.warnings(),
                Map.of(),
                parsed.live().read());
    }

    private Recall recall(Project project) {
        return new Recall(file(), new Circumstances("test", workspace().invocation(), project), secrets::mask);
    }

    Understood keep() {
        Workspace workspace = workspace();
        LoadedProject loaded = workspace.load();
        Understood fresh = understood(loaded);
        SourceListing listing = SourceTreeReader.find(loaded.project(), workspace.invocation());
        SourceTree tree = SourceTreeReader.read(listing, workspace.invocation());
        recall(loaded.project()).store(listing, tree, loaded.project().reads().environment(), fresh, now);
        return fresh;
    }

    Optional<Understood> found() {
        Workspace workspace = workspace();
        Project project = workspace.load().project();
        SourceListing listing = SourceTreeReader.find(project, workspace.invocation());
        Function<SourceListing.Found, String> checksum = file -> {
            opened++;
            return SourceTreeReader.checksum(file, workspace.invocation());
        };
        return recall(project).find(listing, checksum, now);
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(now));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Writes a file and sets the time of modification to what it was. */
    void writeBack(String path, String text) {
        try {
            FileTime before = Files.getLastModifiedTime(folder.resolve(path));
            Files.writeString(folder.resolve(path), text);
            Files.setLastModifiedTime(folder.resolve(path), before);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void delete(String path) {
        try {
            Files.deleteIfExists(folder.resolve(path));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void touch(String path) {
        try {
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(now.plusSeconds(1)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
