package dev.assay.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.CompiledPath;
import dev.assay.manifest.Resource;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @TempDir
    private Path folder;

    private TargetFolder target;

    @BeforeEach
    void chooseTarget() {
        target = new TargetFolder(folder.resolve("target"), words -> words.replace("hunter22", "***"));
    }

    @Test
    void remembersARun() {
        assertEquals(Optional.empty(), LastRun.read(target));
        AssayFile.write(target, ShopRun.result(), ShopRun.facts(), Optional.empty());
        LastRun last = LastRun.read(target).orElseThrow();
        assertEquals("build", last.command());
        assertEquals(Map.of("select", List.of("orders+"), "threads", 4L, "full_refresh", false), last.options());
        assertEquals(List.of(Shop.ORDERS, Shop.REFUNDS, Shop.UNIQUE), last.selection());
        assertEquals(Status.FAIL, last.nodes().get(Shop.ORDERS));
        assertEquals(Status.WARN, last.tests().get(Shop.SINGULAR));
        assertEquals(Duration.ofMillis(250), last.durations().get(Shop.ORDERS));
        assertFalse(last.durations().containsKey(Shop.CUSTOMERS));
        assertEquals(List.of(Shop.CUSTOMERS, Shop.ORDERS, Shop.REFUNDS, Shop.UNIQUE), last.unfinished());
    }

    @Test
    void carriesDurationsOnFromRunToRun() {
        AssayFile.write(target, ShopRun.result(), ShopRun.facts(), Optional.empty());
        RunResult result = ShopRun.result();
        var smaller = new RunResult(
                result.header(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                result.finished());
        AssayFile.write(target, smaller, ShopRun.facts(), LastRun.read(target));
        LastRun last = LastRun.read(target).orElseThrow();
        assertEquals(Map.of(), last.nodes());
        assertEquals(Duration.ofMillis(250), last.durations().get(Shop.ORDERS));
    }

    @Test
    void aMemoryThatCannotBeReadIsNone() throws IOException {
        AssayFile.write(target, ShopRun.result(), ShopRun.facts(), Optional.empty());
        String whole = Files.readString(target.file(AssayFile.NAME));
        for (String broken :
                List.of("", "[]", "{", whole.substring(0, whole.length() / 2), "{\"assay_shape\": 2}", "\0")) {
            Files.writeString(target.file(AssayFile.NAME), broken);
            assertEquals(Optional.empty(), LastRun.read(target), broken);
        }
        Files.writeString(target.file(AssayFile.NAME), whole.replace("model.shop.orders", "nonsense"));
        assertFalse(LastRun.read(target).orElseThrow().nodes().containsKey(Shop.ORDERS));
    }

    @Test
    void writesJUnit() throws IOException {
        JUnitFile.write(
                target,
                ShopRun.result(),
                (problem, sample) -> problem.headline() + " <" + sample.isPresent() + ">\u0001\n");
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="assay build" tests="4" failures="1" errors="1" skipped="1" time="1.400">
              <testsuite name="model.shop.orders" tests="1" failures="1" errors="0" skipped="0" time="0.250" timestamp="2026-11-21T10:00:00Z">
                <testcase classname="model.shop.orders" name="unique_orders_order_id" time="0.012">
                  <failure message="`unique_orders_order_id`: 3 values &quot;twice&quot;" type="test-failed">`unique_orders_order_id`: 3 values &quot;twice&quot; &lt;true&gt;\uFFFD
            </failure>
                </testcase>
              </testsuite>
              <testsuite name="model.shop.refunds" tests="1" failures="0" errors="1" skipped="0" time="0.250" timestamp="2026-11-21T10:00:00Z">
                <testcase classname="model.shop.refunds" name="view" time="0.200">
                  <error message="DuckDB refused the SQL of model `refunds`" type="sql-refused">DuckDB refused the SQL of model `refunds` &lt;false&gt;\uFFFD
            </error>
                </testcase>
              </testsuite>
              <testsuite name="model.shop.customers" tests="1" failures="0" errors="0" skipped="1" time="0.250" timestamp="2026-11-21T10:00:00Z">
                <testcase classname="model.shop.customers" name="table" time="0.200">
                  <skipped message="needs orders, which failed a test"/>
                </testcase>
              </testsuite>
              <testsuite name="shop" tests="1" failures="0" errors="0" skipped="0">
                <testcase classname="shop" name="orders" time="0.007">
                  <system-out>`orders`: 2 rows &lt;false&gt;\uFFFD
            </system-out>
                </testcase>
              </testsuite>
            </testsuites>
            """, Files.readString(target.file(JUnitFile.NAME)));
    }

    @Test
    void writesFailingRows() throws IOException {
        FailuresFile.write(target, "unique_orders_order_id", ShopRun.rows());
        assertEquals("order_id,rows\r\n11,2\r\n", Files.readString(target.file("failures/unique_orders_order_id.csv")));
        FailuresFile.write(target, "../../a\"test\"", ShopRun.rows());
        assertTrue(
                FailuresFile.name("../../a\"test\"").startsWith("failures/_._.._a_test__"),
                FailuresFile.name("../../a\"test\""));
        assertTrue(Files.exists(target.file(FailuresFile.name("../../a\"test\""))));
    }

    @Test
    void noSecretReachesAFile() throws IOException {
        target.writeText("a.txt", "it is hunter22");
        assertEquals("it is ***", Files.readString(target.file("a.txt")));
        target.writeIfChanged("a.sql", "select 'hunter22'");
        assertEquals("select '***'", Files.readString(target.file("a.sql")));
        target.writeJson(
                "a.json",
                json -> json.object()
                        .field("hunter22", "the \"hunter22\"")
                        .field("meta", Map.of("hunter22", List.of("hunter22", 5)))
                        .end());
        assertEquals(
                "{\"hunter22\":\"the \\\"***\\\"\",\"meta\":{\"***\":[\"***\",5]}}",
                Files.readString(target.file("a.json")));
    }

    @Test
    void leavesSqlAloneThatIsTheSame() throws IOException {
        var files = new CompiledFiles(target);
        Resource orders = Shop.manifest().get(Shop.ORDERS);
        files.compiled(orders, "select 1");
        Path file = target.file("compiled/shop/marts/orders.sql");
        assertEquals("select 1\n", Files.readString(file));
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file, old);
        files.compiled(orders, "select 1\n");
        assertEquals(old, Files.getLastModifiedTime(file));
        files.compiled(orders, "select 2");
        assertEquals("select 2\n", Files.readString(file));
        files.run(orders, "create table x");
        assertEquals("create table x\n", Files.readString(target.file("run/shop/marts/orders.sql")));
    }

    @Test
    void testsAndModelsOfOneNameLieApart() {
        assertEquals(
                "shop/tests/orders.sql",
                CompiledPath.of(Shop.manifest().get(Shop.SINGULAR)).value());
        assertEquals(
                "shop/marts/orders.sql",
                CompiledPath.of(Shop.manifest().get(Shop.ORDERS)).value());
        String longOne = "x".repeat(500);
        assertTrue(CompiledPath.fileName(longOne).length() < 140);
        assertFalse(CompiledPath.fileName(longOne).equals(CompiledPath.fileName(longOne + "y")));
        assertFalse(CompiledPath.fileName("a/b").equals(CompiledPath.fileName("a:b")));
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Files.writeString(target.path(), "a file in its place");
        Diagnostic problem = assertThrows(ProblemsFound.class, () -> FailuresFile.write(target, "t", ShopRun.rows()))
                .problems()
                .getFirst();
        assertEquals(Code.TARGET_UNWRITABLE, problem.code());
        assertEquals("the target folder cannot be written: " + target.file("failures/t.csv"), problem.headline());
        assertFalse(problem.notes().getFirst().contains("null"), problem.notes().getFirst());
    }

    @Test
    void leavesTheOldFileWhenTheNewOneBreaksOff() throws IOException {
        target.write("a.json", stream -> stream.write('1'));
        assertThrows(
                ProblemsFound.class,
                () -> target.write("a.json", stream -> {
                    stream.write('2');
                    throw new IOException("No space left on device");
                }));
        assertEquals("1", Files.readString(target.file("a.json")));
        try (Stream<Path> left = Files.list(target.path())) {
            assertEquals(List.of(target.file("a.json")), left.toList());
        }
    }
}
