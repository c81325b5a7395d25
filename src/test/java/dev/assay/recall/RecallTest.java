package dev.assay.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.app.LoadedProject;
import dev.assay.app.ParsedProject;
import dev.assay.app.Workspace;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.project.Invocation;
import dev.assay.project.Project;
import dev.assay.project.Secrets;
import dev.assay.project.SourceListing;
import dev.assay.project.SourceTree;
import dev.assay.project.SourceTreeReader;
import dev.assay.project.TemplateVoice;
import dev.assay.source.Span;
import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recalled is what would be understood, whatever was done to the project in between. */
class RecallTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long SEED = 20261121;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("FLOOR", "3"));
    private Instant now = NOON;
    private Optional<String> vars = Optional.empty();
    private int opened;
    private final Secrets secrets = new Secrets();

    @BeforeEach
    void writeProject() {
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

    @Test
    void whatIsStoredIsFoundAgainWhole() {
        Understood fresh = keep();
        assertEquals(shown(fresh), shown(found().orElseThrow()));
        assertFalse(fresh.manifest().disabled().isEmpty());
        assertFalse(fresh.manifest().hooks().isEmpty());
    }

    @Test
    void aFileIsOpenedOnlyWhereItsAgeDoesNotTell() {
        keep();
        now = now.plusSeconds(60);
        assertTrue(found().isPresent());
        assertTrue(opened > 0, "files that are as young as what was stored are looked at");
        opened = 0;
        assertTrue(found().isPresent());
        assertEquals(0, opened, "and not a second time");
        touch("models/orders.sql");
        assertTrue(found().isPresent());
        assertEquals(1, opened);
    }

    @Test
    void everyInfluenceCounts() {
        for (Runnable influence : List.<Runnable>of(
                () -> write(
                        "models/orders.sql", "select * from ${ref(\"raw_orders\")} where n >= ${env_var('FLOOR')} "),
                () -> write("models/another.sql", "select 1"),
                () -> delete("tests/none.sql"),
                () -> write("seeds/raw_orders.csv", "n\n3\n5\n"),
                () -> write("macros/money.sql", "[#function cents column][#return column + \" * 101\"][/#function]"),
                () -> environment.put("FLOOR", "4"),
                () -> vars = Optional.of("{least: '1'}"),
                () -> write("profiles.yml", "shop: {target: dev, outputs: {dev: {type: duckdb, path: s, schema: x}}}"),
                () -> write(
                        "assay_project.yml",
                        "{name: shop, version: '1', profile: shop, on-run-end: [\"select ${var('least', 1)}\"]}"))) {
            keep();
            assertTrue(found().isPresent());
            influence.run();
            assertTrue(found().isEmpty());
        }
        keep();
        environment.put("NOBODY_ASKS_FOR_IT", "x");
        assertTrue(found().isPresent());
    }

    @Test
    void whatSpeaksOfTheMomentIsNotKept() {
        write("models/orders.sql", "select '${run_started_at}' as n from ${ref(\"raw_orders\")}");
        keep();
        assertTrue(found().isEmpty());
    }

    @Test
    void whatHoldsASecretIsNotKeptAndWhatWasKeptIsForgotten() {
        environment.put("PIN", "271828");
        write(
                "models/orders.sql",
                "${config({\"meta\": {\"pin\": env_var('PIN')}})}select * from ${ref(\"raw_orders\")}");
        keep();
        assertTrue(found().isPresent());
        secrets.add("271828");
        keep();
        assertTrue(found().isEmpty());
        assertFalse(Files.exists(file()));
    }

    @Test
    void aBrokenOrForeignFileIsAsGoodAsNone() throws IOException {
        keep();
        byte[] bytes = Files.readAllBytes(file());
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] broken = bytes.clone();
            broken[i < 16 ? i : random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), i % 2 == 0 ? broken : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            found().ifPresent(known -> assertEquals(shown(fresh()), shown(known)));
        }
        Files.writeString(file(), "something else");
        assertTrue(found().isEmpty());
    }

    @Test
    void recalledEqualsReadWhateverIsEdited() {
        var random = new Random(SEED);
        int recalled = 0;
        for (int i = 0; i < 150; i++) {
            edit(random);
            Optional<Understood> known = found();
            try {
                Understood fresh = fresh();
                known.ifPresent(there -> assertEquals(shown(fresh), shown(there)));
                recalled += known.isPresent() ? 1 : 0;
                keep();
            } catch (ProblemsFound broken) {
                assertTrue(known.isEmpty(), "a broken project was never understood");
            }
            now = now.plusSeconds(random.nextInt(4));
        }
        assertTrue(recalled > 10, "recalled " + recalled + " times");
    }

    private void edit(Random random) {
        int number = random.nextInt(10);
        switch (random.nextInt(9)) {
            case 0 -> write("models/more_" + number + ".sql", "select " + random.nextInt(10) + " as n");
            case 1 -> write("models/reader.sql", "select * from ${ref(\"more_" + number + "\")}");
            case 2 -> delete("models/more_" + number + ".sql");
            case 3 -> delete("models/reader.sql");
            case 4 -> environment.put("FLOOR", String.valueOf(number % 2));
            case 5 -> vars = number < 5 ? Optional.empty() : Optional.of("{least: " + number + "}");
            case 6 -> write("docs/words.md", "# orders\nWords " + number + ".\n");
            case 7 -> touch("models/orders.sql");
            default -> {}
        }
    }

    private Path file() {
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
                new dev.assay.run.Lease(java.time.Duration.ZERO, new dev.assay.run.Interruption(), words -> {}));
    }

    private Understood fresh() {
        return understood(workspace().load());
    }

    private static Understood understood(LoadedProject loaded) {
        ParsedProject parsed = loaded.parse();
        return new Understood(parsed.manifest(), parsed.kinds(), parsed.warnings(), Map.of());
    }

    private Recall recall(Project project) {
        return new Recall(file(), new Circumstances("test", workspace().invocation(), project), secrets::mask);
    }

    private Understood keep() {
        Workspace workspace = workspace();
        LoadedProject loaded = workspace.load();
        Understood fresh = understood(loaded);
        SourceListing listing = SourceTreeReader.find(loaded.project(), workspace.invocation());
        SourceTree tree = SourceTreeReader.read(listing, workspace.invocation());
        recall(loaded.project()).store(listing, tree, loaded.project().reads().environment(), fresh, now);
        return fresh;
    }

    private Optional<Understood> found() {
        Workspace workspace = workspace();
        Project project = workspace.load().project();
        SourceListing listing = SourceTreeReader.find(project, workspace.invocation());
        Function<SourceListing.Found, String> checksum = file -> {
            opened++;
            return SourceTreeReader.checksum(file, workspace.invocation());
        };
        return recall(project).find(listing, checksum, now);
    }

    /** All of it; of drafts, only whether there is one. */
    private static List<Object> shown(Understood understood) {
        var parts = new ArrayList<Object>();
        understood.manifest().resources().values().forEach(resource -> parts.add(withoutDraft(resource)));
        understood.manifest().disabled().forEach(resource -> parts.add(withoutDraft(resource)));
        parts.add(understood.manifest().projectName());
        parts.add(understood.manifest().hooks());
        parts.add(understood.kinds());
        parts.add(understood.warnings());
        return parts;
    }

    private static Resource withoutDraft(Resource resource) {
        return switch (resource) {
            case Model it ->
                new Model(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.relation(),
                        it.code(),
                        it.draft().map(RecallTest::any),
                        it.references());
            case Analysis it ->
                new Analysis(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.code(),
                        it.draft().map(RecallTest::any),
                        it.references());
            case DataTest it ->
                new DataTest(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.generic(),
                        it.code(),
                        it.draft().map(RecallTest::any),
                        it.references());
            default -> resource;
        };
    }

    private static Draft any(Draft draft) {
        return new Draft(SqlText.plain(""), List.of(), false);
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(now));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void delete(String path) {
        try {
            Files.deleteIfExists(folder.resolve(path));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void touch(String path) {
        try {
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(now.plusSeconds(1)));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
