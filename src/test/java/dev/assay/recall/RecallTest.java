package dev.assay.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.blueprint.Upstream;
import dev.assay.compile.LiveWords;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recalled is what would be understood, whatever was done to the project in between. */
class RecallTest {

    private static final long SEED = 20261121;

    private EditedProject shop;

    @BeforeEach
    void shop(@TempDir Path folder) {
        shop = new EditedProject(folder);
    }

    @Test
    void whatIsStoredIsFoundAgainWhole() {
        Understood fresh = shop.keep();
        assertEquals(Shown.of(fresh), Shown.of(shop.found().orElseThrow()));
        assertFalse(fresh.manifest().disabled().isEmpty());
        assertFalse(fresh.manifest().hooks().isEmpty());
    }

    /** A recalled draft has no text, so whatever its text decides is kept beside it. */
    @Test
    void whatTheTextsOfModelsDecideIsKept() {
        shop.write("models/clock.sql", "select now() as t");
        shop.write("models/part.sql", "[@config materialized=\"ephemeral\" /] select random() as r");
        shop.write("models/chance.sql", "select * from ${ref(\"part\")}");
        shop.write("models/above.sql", "select * from ${ref(\"chance\")}");
        shop.write("models/others.sql", "select * from raw.orders");
        shop.write("models/files.sql", "select * from 'orders.csv'");
        shop.write("models/late.sql", "select [#if execute]now()[#else]null[/#if] as t");
        Understood fresh = shop.keep();
        Understood found = shop.found().orElseThrow();
        assertEquals(decided(fresh), decided(found));
        assertEquals(
                List.of("above", "chance", "clock", "files", "others"),
                fresh.manifest()
                        .all(Model.class)
                        .filter(model -> upstream(fresh).isLive(model.id()))
                        .map(Model::name)
                        .sorted()
                        .toList());
    }

    private static Upstream upstream(Understood understood) {
        return new Upstream(understood.manifest(), new LiveWords(understood.live()));
    }

    private static List<String> decided(Understood understood) {
        Upstream upstream = upstream(understood);
        return understood
                .manifest()
                .all(Model.class)
                .map(model -> model.id() + " " + upstream.isLive(model.id()) + upstream.volatileWord(model)
                        + upstream.givesTheSameRows(model))
                .toList();
    }

    @Test
    void aFileIsOpenedOnlyWhereItsAgeDoesNotTell() {
        shop.keep();
        shop.later(60);
        assertTrue(shop.found().isPresent());
        assertTrue(shop.opened() > 0, "files that are as young as what was stored are looked at");
        assertTrue(shop.found().isPresent());
        assertEquals(0, shop.opened(), "and not a second time");
        shop.touch("models/orders.sql");
        assertTrue(shop.found().isPresent());
        assertEquals(1, shop.opened());
    }

    /** As an archive with fixed times leaves it. */
    @Test
    void anEditOfTheSameSizeAndTimeIsSeen() {
        shop.keep();
        shop.later(60);
        assertTrue(shop.found().isPresent());
        shop.writeBack("models/orders.sql", "select * from ${ref(\"raw_orders\")} where m >= ${env_var('FLOOR')}");
        assertTrue(shop.found().isEmpty());
    }

    @Test
    void everyInfluenceCounts() {
        for (Runnable influence : List.<Runnable>of(
                () -> shop.write(
                        "models/orders.sql", "select * from ${ref(\"raw_orders\")} where n >= ${env_var('FLOOR')} "),
                () -> shop.write("models/another.sql", "select 1"),
                () -> shop.delete("tests/none.sql"),
                () -> shop.write("seeds/raw_orders.csv", "n\n3\n5\n"),
                () -> shop.write(
                        "macros/money.sql", "[#function cents column][#return column + \" * 101\"][/#function]"),
                () -> shop.environment("FLOOR", "4"),
                () -> shop.vars(Optional.of("{least: '1'}")),
                () -> shop.write(
                        "profiles.yml", "shop: {target: dev, outputs: {dev: {type: duckdb, path: s, schema: x}}}"),
                () -> shop.write(
                        "assay_project.yml",
                        "{name: shop, version: '1', profile: shop, on-run-end: [\"select ${var('least', 1)}\"]}"))) {
            shop.keep();
            assertTrue(shop.found().isPresent());
            influence.run();
            assertTrue(shop.found().isEmpty());
        }
        shop.keep();
        shop.environment("NOBODY_ASKS_FOR_IT", "x");
        assertTrue(shop.found().isPresent());
    }

    @Test
    void whatSpeaksOfTheMomentIsNotKept() {
        shop.write("models/orders.sql", "select '${run_started_at}' as n from ${ref(\"raw_orders\")}");
        shop.keep();
        assertTrue(shop.found().isEmpty());
    }

    @Test
    void whatHoldsASecretIsNotKeptAndWhatWasKeptIsForgotten() {
        shop.environment("PIN", "271828");
        shop.write(
                "models/orders.sql",
                "${config({\"meta\": {\"pin\": env_var('PIN')}})}select * from ${ref(\"raw_orders\")}");
        shop.keep();
        assertTrue(shop.found().isPresent());
        shop.secret("271828");
        shop.keep();
        assertTrue(shop.found().isEmpty());
        assertFalse(Files.exists(shop.file()));
    }

    @Test
    void aBrokenOrForeignFileIsAsGoodAsNone() throws IOException {
        shop.keep();
        byte[] bytes = Files.readAllBytes(shop.file());
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] broken = bytes.clone();
            broken[i < 16 ? i : random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(
                    shop.file(), i % 2 == 0 ? broken : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            shop.found().ifPresent(known -> assertEquals(Shown.of(shop.fresh()), Shown.of(known)));
        }
        Files.writeString(shop.file(), "something else");
        assertTrue(shop.found().isEmpty());
    }

    @Test
    void recalledEqualsReadWhateverIsEdited() {
        var random = new Random(SEED);
        int recalled = 0;
        for (int i = 0; i < 150; i++) {
            edit(random);
            Optional<Understood> known = shop.found();
            try {
                Understood fresh = shop.fresh();
                known.ifPresent(there -> assertEquals(Shown.of(fresh), Shown.of(there)));
                recalled += known.isPresent() ? 1 : 0;
                shop.keep();
            } catch (ProblemsFound broken) {
                assertTrue(known.isEmpty(), "a broken project was never understood");
            }
            shop.later(random.nextInt(4));
        }
        assertTrue(recalled > 10, "recalled " + recalled + " times");
    }

    private void edit(Random random) {
        int number = random.nextInt(10);
        switch (random.nextInt(9)) {
            case 0 -> shop.write("models/more_" + number + ".sql", "select " + random.nextInt(10) + " as n");
            case 1 -> shop.write("models/reader.sql", "select * from ${ref(\"more_" + number + "\")}");
            case 2 -> shop.delete("models/more_" + number + ".sql");
            case 3 -> shop.delete("models/reader.sql");
            case 4 -> shop.environment("FLOOR", String.valueOf(number % 2));
            case 5 -> shop.vars(number < 5 ? Optional.empty() : Optional.of("{least: " + number + "}"));
            case 6 -> shop.write("docs/words.md", "# orders\nWords " + number + ".\n");
            case 7 -> shop.touch("models/orders.sql");
            default -> {}
        }
    }
}
