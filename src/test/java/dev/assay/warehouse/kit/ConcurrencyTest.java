package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.WarehouseError.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several sessions at a time do not get into each other's way, or are told that a second try is worth it. */
class ConcurrencyTest extends Contract {

    private static final int WORKERS = 6;
    private static final int EACH = 8;

    @Test
    void differentCandidatesAreBuiltAtATime() {
        together(worker -> {
            try (Session mine = warehouse().open()) {
                for (int i = 0; i < EACH; i++) {
                    String relation = "t" + worker + "_" + i;
                    mine.execute(words(
                            "create_table_as",
                            Map.of("relation", candidate(relation), "select", SqlText.plain(numbers(2)))));
                    mine.begin();
                    mine.execute(words("rename_table", Map.of("from", candidate(relation), "to", name(relation))));
                    mine.execute(words(
                            "create_view_as",
                            Map.of(
                                    "relation",
                                    name(relation + "_v"),
                                    "select",
                                    SqlText.plain("select n from " + print(relation)))));
                    mine.commit();
                }
            }
        });
        assertEquals(2 * WORKERS * EACH, existing().relations().size());
    }

    @Test
    void whoMakesOneThingTogetherIsToldOrServed() {
        String shared = schema() + "_shared";
        List<Boolean> made = IntStream.range(0, WORKERS)
                .mapToObj(worker -> CompletableFuture.supplyAsync(() -> makes(shared)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertTrue(made.contains(true), "nobody made it");
        assertEquals(
                java.util.Set.of(shared),
                warehouse().existing(session(), List.of(shared)).schemas());
        run("drop schema " + quote(shared));
    }

    private boolean makes(String shared) {
        try (Session mine = warehouse().open()) {
            mine.execute(words("create_schema", Map.of("schema", new Identifier(shared))));
            return true;
        } catch (WarehouseError refusal) {
            assertTrue(refusal.kind() == Kind.TRANSIENT || refusal.kind() == Kind.REFUSED, refusal.words());
            return false;
        }
    }

    /** Each reads the rows of one moment, while somebody adds ten at a time. */
    @Test
    void aReaderSeesOneMomentWhileOthersWrite() {
        table("orders", numbers(1));
        String sql = "select count(*) from " + print("orders");
        var writer = CompletableFuture.runAsync(() -> {
            try (Session mine = warehouse().open()) {
                for (int i = 0; i < 30; i++) {
                    mine.execute(Statement.of("add", "insert into " + print("orders") + " " + numbers(1)));
                }
            }
        });
        long before = 0;
        while (!writer.isDone()) {
            long now = query(sql).number();
            assertTrue(now % 10 == 0 && now >= before, () -> now + " rows");
            before = now;
        }
        writer.join();
        assertEquals(310, query(sql).number());
    }

    private static void together(IntConsumer work) {
        List<CompletableFuture<Void>> running = IntStream.range(0, WORKERS)
                .mapToObj(worker -> CompletableFuture.runAsync(() -> work.accept(worker)))
                .toList();
        running.forEach(CompletableFuture::join);
    }
}
