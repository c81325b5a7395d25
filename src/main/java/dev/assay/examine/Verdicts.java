package dev.assay.examine;

import dev.assay.compile.FilesMeant;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Reference;
import dev.assay.manifest.ResourceId;
import dev.assay.result.Status;
import dev.assay.result.TestResult;
import dev.assay.source.Span;
import dev.assay.sql.Rows;
import dev.assay.warehouse.WarehouseError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Turns what was found into results with words. */
final class Verdicts {

    private final int sampleLimit;
    private final FilesMeant files;

    Verdicts(int sampleLimit, FilesMeant files) {
        this.sampleLimit = sampleLimit;
        this.files = files;
    }

    TestResult counted(Count count, Optional<Rows> rows, Duration took) {
        Trial trial = count.trial();
        Status status = count.status();
        Optional<Diagnostic> problem = switch (status) {
            case PASS -> Optional.empty();
            case ERROR -> Optional.of(noNumber(trial));
            default -> Optional.of(found(count, status));
        };
        OptionalLong failures = count.failures().map(Verdicts::whole).orElse(OptionalLong.empty());
        Optional<Rows> sample = problem.isPresent() ? rows.map(this::sample) : Optional.empty();
        return result(
                trial.test(),
                status,
                failures,
                sample,
                problem,
                took,
                trial.failing().text());
    }

    /** A verdict that needed no warehouse: the test as such is wrong, or has nothing to compare with. */
    TestResult settled(DataTest test, Diagnostic problem) {
        boolean ours =
                problem.span().map(Span::file).filter(BuiltinTests::holds).isPresent();
        Diagnostic shown = ours || problem.span().isEmpty() ? problem.at(test.place()) : problem;
        if (problem.code() != Code.NO_BASE) {
            return result(
                    test, Status.ERROR, OptionalLong.empty(), Optional.empty(), Optional.of(shown), Duration.ZERO, "");
        }
        return result(
                test, Status.NO_OP, OptionalLong.empty(), Optional.empty(), Optional.of(shown), Duration.ZERO, "");
    }

    TestResult refused(Trial trial, WarehouseError error, String warehouse, Duration took) {
        Optional<Span> written = error.statement()
                .filter(statement -> error.offset().isPresent())
                .flatMap(statement -> at(statement.inBody(error.offset().getAsInt()), trial))
                .filter(span -> !BuiltinTests.holds(span.file()))
                .or(() -> new ErrorLocator(trial.test()).of(error.words()));
        boolean noRoom = error.kind() == WarehouseError.Kind.UNWRITABLE;
        Diagnostic problem = Diagnostic.error(
                error.code(),
                written.orElse(trial.test().place()),
                warehouse + (noRoom ? " could not work out test `" : " refused the SQL of test `")
                        + trial.test().name() + "`");
        if (written.isPresent() && trial.test().isGeneric()) {
            problem = problem.other(trial.test().place(), "used here");
        }
        problem = problem.note(warehouse + " says: " + error.words());
        problem = files.placed(problem.help(error.help()), trial.test(), warehouse, error.words());
        return result(
                trial.test(),
                Status.ERROR,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(problem),
                took,
                trial.failing().text());
    }

    private static Optional<Span> at(OptionalInt offset, Trial trial) {
        return offset.isPresent() ? trial.failing().origin().at(offset.getAsInt()) : Optional.empty();
    }

    private static Diagnostic found(Count count, Status status) {
        Trial trial = count.trial();
        String name = trial.test().name();
        Diagnostic problem = at(status, trial.test().place(), "`" + name + "`: " + headline(count));
        Optional<String> described = trial.test().description().text().lines().findFirst();
        if (described.isPresent()) {
            problem = problem.note(described.get());
        }
        Optional<String> where = trial.test()
                .config()
                .text("where")
                .map(String::strip)
                .filter(condition -> trial.test().isGeneric() && !condition.isEmpty());
        if (where.isPresent()) {
            problem = problem.note("tested are rows where " + where.get().replaceAll("\\s+", " "));
        }
        if (count.met().filter(threshold -> threshold.isChosen()).isPresent()) {
            problem = problem.note(count.met().get().words(count.testedRows()));
        }
        OptionalLong limit = trial.thresholds().limit();
        if (limit.isPresent() && count.failingRows() >= limit.getAsLong()) {
            problem = problem.note("limit is " + limit.getAsLong() + ": there may be more");
        }
        if (trial.kept().isPresent()) {
            problem = problem.note(
                    "the failing rows are kept in " + trial.kept().get().relation());
        }
        return count.failingRows() == 0
                ? problem
                : problem.help("see the rows: assay show --test " + argument(name) + " --limit 50");
    }

    private static Diagnostic at(Status status, Span place, String headline) {
        return status == Status.WARN
                ? Diagnostic.warning(Code.TEST_FAILED, headline).at(place)
                : Diagnostic.error(Code.TEST_FAILED, place, headline);
    }

    private static String headline(Count count) {
        BigDecimal failures = count.failures().orElseThrow();
        Trial trial = count.trial();
        if (trial.thresholds().failCalc().isPresent()) {
            return "the failure number is " + VerdictWords.number(failures) + " (fail_calc: "
                    + trial.thresholds().failCalc().get().replaceAll("\\s+", " ") + ")";
        }
        String words = failures.compareTo(BigDecimal.ONE) == 0
                ? trial.says().one()
                : trial.says().many();
        return words.replace("{failures}", VerdictWords.number(failures));
    }

    private static Diagnostic noNumber(Trial trial) {
        Span place = trial.test()
                .config()
                .places()
                .getOrDefault("fail_calc", trial.test().place());
        return Diagnostic.error(Code.WRONG_VALUE, place, "`" + trial.test().name() + "`: fail_calc gives no number")
                .note("fail_calc is " + trial.thresholds().failCalc().orElse("count(*)"))
                .help("make it a number for every set of failing rows, for example with coalesce");
    }

    // A part of a failure is one: only zero may be shown as zero.
    private static OptionalLong whole(BigDecimal failures) {
        return OptionalLong.of(failures.setScale(0, RoundingMode.UP).longValue());
    }

    private Rows sample(Rows rows) {
        int shown = Math.min(sampleLimit, rows.rows().size());
        return new Rows(rows.columns(), List.copyOf(rows.rows().subList(0, shown)));
    }

    private static String argument(String name) {
        return name.matches("[A-Za-z0-9_.-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private static TestResult result(
            DataTest test,
            Status status,
            OptionalLong failures,
            Optional<Rows> sample,
            Optional<Diagnostic> problem,
            Duration took,
            String compiled) {
        List<ResourceId> needs = test.references().stream()
                .map(Reference::target)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Optional<ResourceId> node = test.generic()
                .map(DataTest.Generic::of)
                .or(() -> needs.size() == 1 ? Optional.of(needs.getFirst()) : Optional.empty());
        List<ResourceId> gates = needs.isEmpty() ? node.stream().toList() : needs;
        return new TestResult(test.id(), test.name(), node, status, failures, sample, problem, took, compiled, gates);
    }
}
