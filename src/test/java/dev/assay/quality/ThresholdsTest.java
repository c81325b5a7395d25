package dev.assay.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.result.Status;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {

    private static final SourceFile YAML =
            new SourceFile("models/shop.yml", "severity: eror\nwarn_if: lots\n- unique\n");
    private static final Span USE = YAML.span(32, 38);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!= 0 | 0 | false",
                "!= 0 | 1 | true",
                "<> 0 | 1 | true",
                ">10 | 10 | false",
                ">10 | 11 | true",
                ">= 10 | 10 | true",
                "< 3 | 2 | true",
                "<= 3 | 4 | false",
                "= 3 | 3 | true",
                "== 3 | 2 | false",
                "between 1 and 5 | 5 | true",
                "BETWEEN 1 AND 5 | 6 | false",
                "not between 1 and 5 | 6 | true",
                ">= 5 and < 10 | 9 | true",
                ">= 5 and < 10 | 10 | false",
                ">= 5 and failures < 10 | 7 | true",
                "= 0 or > 100 | 101 | true",
                "= 0 or > 100 and < 200 | 0 | true",
                "(= 0 or > 100) and < 200 | 250 | false",
                "not (> 5) | 3 | true",
                "in (1, 2, 3) | 2 | true",
                "not in (1, 2) | 2 | false",
                "> -1 | 0 | true",
                "> 0.5 | 0.4 | false",
                "> .5 | 0.6 | true",
                "between 1 and 5 and != 3 | 3 | false"
            })
    void readsWhatUsersOfDbtWrite(String written, String failures, boolean holds) {
        Condition condition = ConditionReader.read(written).orElseThrow();
        assertEquals(holds, condition.holds(new BigDecimal(failures), 0), written);
        assertFalse(condition.needsRows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> 5% | 12 | 240 | false", "> 5% | 13 | 240 | true", ">= 5% | 12 | 240 | true",
                        "> 0.5 % | 1 | 100 | true",
                "> 5% | 0 | 0 | false", ">= 5% | 0 | 0 | false", "> 5% | 1 | 0 | true", "> 33.3% | 1 | 3 | true",
                "> 5% and > 100 | 101 | 240 | true", "> 5% and > 100 | 13 | 240 | false"
            })
    void aPercentageIsOfTheTestedRows(String written, String failures, long rows, boolean holds) {
        Condition condition = ConditionReader.read(written).orElseThrow();
        assertEquals(holds, condition.holds(new BigDecimal(failures), rows), written);
        assertTrue(condition.needsRows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "lots",
                "> ",
                "> ten",
                "> 10 rows",
                "between 1",
                "between 1 and",
                "> 5 <",
                "> 5 and",
                "(> 5",
                "in ()",
                "!= 0; drop table orders",
                "> (select 1)",
                "> 1e3",
                "is not null",
                "- 5",
                "> 5 % %",
                "> 5 -- x"
            })
    void refusesWhatIsNoComparison(String written) {
        assertEquals(Optional.empty(), ConditionReader.read(written));
    }

    @Test
    void aNestThatIsTooDeepIsRefused() {
        assertEquals(Optional.empty(), ConditionReader.read("(".repeat(100_000) + "> 1" + ")".repeat(100_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error | != 0 | != 0 | 0 | PASS", "error | != 0 | != 0 | 1 | FAIL", "warn | != 0 | != 0 | 1 | WARN",
                "WARN | != 0 | > 1 | 5 | WARN", "Error | > 1 | > 10 | 1 | PASS", "ERROR | > 1 | > 10 | 5 | WARN",
                "error | > 1 | > 10 | 11 | FAIL", "warn | > 10 | != 0 | 5 | PASS", "error | > 10 | = 3 | 3 | FAIL"
            })
    void severityAndThresholdsGiveTheVerdictAsInDbt(
            String severity, String warnIf, String errorIf, String failures, Status expected) {
        var problems = new Problems();
        Thresholds thresholds =
                Thresholds.of(test(Map.of("severity", severity, "warn_if", warnIf, "error_if", errorIf)), problems);
        assertEquals(List.of(), problems.all());
        assertEquals(expected, thresholds.verdict(new BigDecimal(failures), 100));
    }

    @Test
    void aWarningPercentageIsNotAskedForWhereErrorIfIsIgnored() {
        Thresholds thresholds = Thresholds.of(test(Map.of("severity", "warn", "error_if", "> 5%")), new Problems());
        assertFalse(thresholds.needsRows());
    }

    @Test
    void everyWrongValueIsToldWithItsPlace() {
        var problems = new Problems();
        var config = new Config(
                Map.of("severity", "eror", "warn_if", "lots", "error_if", 10L, "limit", 0L, "fail_calc", " "),
                Map.of("severity", YAML.span(10, 14), "warn_if", YAML.span(24, 28)));
        Thresholds read = Thresholds.of(test(config, true), problems);

        assertEquals(Thresholds.USUAL, read);
        assertEquals(
                List.of(
                        "models/shop.yml:1:11 severity is `error` or `warn`, not `eror`",
                        "models/shop.yml:2:10 warn_if is no comparison: `lots`",
                        "models/shop.yml:3:4 error_if is no comparison: `10`",
                        "models/shop.yml:3:4 fail_calc is empty",
                        "models/shop.yml:3:4 limit is a whole number of rows, one at least, not `0`"),
                problems.all().stream()
                        .map(problem -> problem.span().orElseThrow().where() + " " + problem.headline())
                        .toList());
        assertEquals(
                List.of("a similar word exists: `error`"),
                problems.all().getFirst().help());
        assertTrue(problems.all().stream().map(Diagnostic::code).allMatch(Code.WRONG_VALUE::equals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error | != 0 | > 2 | 2 | error_if",
                "error | != 0 | > 1 | 2 | ''",
                "error | != 0 | = 0 | 2 | ''",
                "error | != 0 | > 1.5 | 2 | ''",
                "error | != 0 | > 2.5 | 2 | error_if",
                "warn | != 0 | > 2 | 2 | ''",
                "warn | > 2 | != 0 | 2 | warn_if",
                "error | > 9 | != 0 | 2 | warn_if",
                "error | != 0 | > 2% | 2 | error_if",
                "warn | != 0 | > 2% | 2 | ''",
                "error | > 2% or = 1 | != 0 | 2000 | warn_if",
                "error | != 0 | between 3 and 5 | 2 | error_if",
                "error | != 0 | between 2 and 5 | 2 | ''",
                "error | != 0 | in (0.5, 7) | 2 | error_if",
                "error | != 0 | not < 3 | 2 | error_if",
                "error | != 0 | >= 5 and < 10 | 1000000000000 | ''",
                "error | != 0 | > 1 and < 2 | 9 | error_if",
                "error | != 0 | > 2 or = 1 | 2 | ''"
            })
    void aThresholdThatTheLimitKeepsFromBeingMetIsRefused(
            String severity, String warnIf, String errorIf, long limit, String refused) {
        var problems = new Problems();
        var config =
                Map.<String, Object>of("severity", severity, "warn_if", warnIf, "error_if", errorIf, "limit", limit);
        Thresholds.of(test(config), problems);
        assertEquals(
                refused.isEmpty() ? List.of() : List.of(refused),
                problems.all().stream()
                        .map(problem -> problem.headline().replaceAll("(?:.*: )?(\\w+) is .*", "$1"))
                        .toList());
    }

    @Test
    void aFailureNumberThatIsComputedMayBeLargerThanTheLimit() {
        var problems = new Problems();
        Thresholds.of(test(Map.of("error_if", "> 100", "limit", 2L, "fail_calc", "sum(n)")), problems);
        assertEquals(List.of(), problems.all());
    }

    @Test
    void aSingularTestHasNoRowsToTakeAPercentageOf() {
        var problems = new Problems();
        Thresholds.of(test(new Config(Map.of("error_if", "> 5%"), Map.of()), false), problems);
        assertEquals(
                "error_if is a percentage, and a singular test has no rows to take it of",
                problems.all().getFirst().headline());
    }

    @Test
    void aThresholdSaysHowManyFailuresAreAllowed() {
        assertEquals(
                "error_if is > 5% of 240 rows: 12 failures are allowed",
                Threshold.read("error_if", "> 5%").orElseThrow().words(240));
        assertEquals(
                "warn_if is >= 2: 1 failure is allowed",
                Threshold.read("warn_if", ">= 2").orElseThrow().words(0));
        assertEquals(
                "warn_if is between 1 and 5",
                Threshold.read("warn_if", "between 1 and 5").orElseThrow().words(0));
    }

    private static DataTest test(Map<String, Object> values) {
        return test(new Config(values, Map.of()), true);
    }

    private static DataTest test(Config config, boolean generic) {
        var id = ResourceId.of(ResourceType.TEST, "shop", "unique_orders_order_id");
        var identity = new Resource.Identity("shop", "models/shop.yml", List.of(), USE, "");
        var of = ResourceId.of(ResourceType.MODEL, "shop", "orders");
        var use = new DataTest.Generic(
                "unique", of, Optional.of("order_id"), Map.of(), new SourceFile("tests/unique.sql.ftl", ""), Map.of());
        return new DataTest(
                id,
                "unique_orders_order_id",
                identity,
                Resource.Description.NONE,
                config,
                generic ? Optional.of(use) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
