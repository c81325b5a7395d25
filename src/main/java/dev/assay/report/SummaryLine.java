package dev.assay.report;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceType;
import dev.assay.result.NodeResult;
import dev.assay.result.Publication;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The last line of a run: how it ended, in numbers, and what to type next. */
record SummaryLine(RunResult result) {

    private static final Set<String> CAN_BE_RETRIED = Set.of("build", "run", "test", "seed", "snapshot", "retry");

    /** @param wrapped breaks a line where the terminal ends */
    String draw(Palette palette, UnaryOperator<String> wrapped) {
        String time = " in " + Counted.time(result.took());
        if (result.interrupted()) {
            return line("Stopped", joined(failures()) + time + next(), wrapped, palette::warning);
        }
        return result.isGood()
                ? line("Done", joined(successes()) + time, wrapped, palette::good)
                : line("Failed", joined(failures()) + time + next(), wrapped, palette::error);
    }

    // Painted last, so that columns are counted without colours.
    private static String line(
            String verb, String words, UnaryOperator<String> wrapped, UnaryOperator<String> painted) {
        String line = wrapped.apply(LineLayout.verb(verb) + " " + words);
        return painted.apply(line.substring(0, LineLayout.VERB)) + line.substring(LineLayout.VERB);
    }

    private List<String> successes() {
        var parts = new ArrayList<String>();
        for (ResourceType type : ResourceType.values()) {
            List<NodeResult> built = nodes(node -> node.id().type() == type);
            add(parts, built.size(), type.word(), "");
        }
        String tests = TestCounts.of(result.allTests()).words();
        if (!tests.isEmpty()) {
            parts.add(tests);
        }
        String published = published();
        if (!published.isEmpty()) {
            parts.add(published + " as " + generations());
        } else if (!result.nodes().isEmpty()) {
            parts.add("none published");
        }
        return parts;
    }

    private List<String> failures() {
        var parts = new ArrayList<String>();
        TestCounts tests = TestCounts.of(result.allTests());
        List<NodeResult> broken = nodes(node -> node.status() == Status.ERROR);
        List<NodeResult> held = HeldLine.all(result);
        add(parts, broken.size(), noun(broken) + " error", "");
        add(parts, tests.failed(), "test failure", "");
        add(parts, tests.broken(), "test error", "");
        add(parts, tests.warned(), "test warning", "");
        add(parts, hooks(Status.ERROR), "hook failure", "");
        add(parts, hooks(Status.SKIPPED), "hook", " interrupted");
        add(parts, result.problems().stream().filter(Diagnostic::isError).count(), "problem", "");
        add(parts, tests.passed(), "test", " passed");
        add(parts, tests.skipped(), "test", " skipped");
        List<NodeResult> skipped = nodes(node -> node.status() == Status.SKIPPED && !held.contains(node));
        add(parts, skipped.size(), noun(skipped), " skipped");
        if (!held.isEmpty()) {
            parts.add(Counted.number(held.size()) + " held");
        }
        String published = published();
        if (!published.isEmpty()) {
            parts.add(published);
        }
        return parts;
    }

    private long hooks(Status status) {
        return result.hooks().stream().filter(hook -> hook.status() == status).count();
    }

    private String published() {
        long number = result.publications().stream()
                .mapToLong(cut -> cut.nodes().size())
                .sum();
        return number == 0 ? "" : Counted.number(number) + " published";
    }

    private String generations() {
        var all = result.publications().stream()
                .mapToLong(Publication::generation)
                .summaryStatistics();
        return all.getMin() == all.getMax()
                ? "generation " + all.getMin()
                : "generations " + all.getMin() + " to " + all.getMax();
    }

    /** A retry works on nodes and tests. It does not run a hook again after which nothing was left to do. */
    private String next() {
        boolean isLeft = result.nodes().stream().anyMatch(node -> !node.status().isGood())
                || result.allTests().stream().anyMatch(test -> !test.status().isGood());
        return isLeft && CAN_BE_RETRIED.contains(result.header().command()) ? "; retry with: assay retry" : "";
    }

    private List<NodeResult> nodes(Predicate<NodeResult> wanted) {
        return result.nodes().stream().filter(wanted).toList();
    }

    private static String noun(List<NodeResult> nodes) {
        return Arrays.stream(ResourceType.values())
                .filter(type -> nodes.stream().allMatch(node -> node.id().type() == type))
                .map(ResourceType::word)
                .findFirst()
                .orElse("node");
    }

    private static void add(List<String> parts, long number, String noun, String verb) {
        if (number > 0) {
            parts.add(new Counted(number, noun) + verb);
        }
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
    }
}
