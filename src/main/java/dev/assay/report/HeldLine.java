package dev.assay.report;

import dev.assay.result.NodeResult;
import dev.assay.result.RunResult;
import dev.assay.result.Status;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

/** What was not published, because of which nodes, and what readers see instead. */
record HeldLine(List<NodeResult> causes, List<NodeResult> followers) {

    static Optional<String> of(RunResult result) {
        return all(result).isEmpty()
                ? Optional.empty()
                : Optional.of(line(result).words());
    }

    /** All that the line names. */
    static List<NodeResult> all(RunResult result) {
        HeldLine line = line(result);
        return Stream.concat(line.causes.stream(), line.followers.stream()).toList();
    }

    private static HeldLine line(RunResult result) {
        List<NodeResult> causes = with(result, Status.FAIL, Status.ERROR);
        return new HeldLine(
                causes,
                causes.isEmpty() ? with(result, Status.HELD, Status.HELD) : with(result, Status.HELD, Status.SKIPPED));
    }

    /** Built, and kept from readers: by its own tests or by what it needs. */
    static List<NodeResult> kept(RunResult result) {
        return with(result, Status.FAIL, Status.HELD);
    }

    private static List<NodeResult> with(RunResult result, Status one, Status other) {
        return result.nodes().stream()
                .filter(node -> node.status() == one || node.status() == other)
                .toList();
    }

    // "Held" stands two blanks in, under the verbs' longest.
    private String words() {
        String who = causes.isEmpty()
                ? names(followers) + because()
                : names(causes) + (followers.isEmpty() ? "" : ", and so " + names(followers));
        return "  Held " + who + ": "
                + seen(Stream.concat(causes.stream(), followers.stream()).toList());
    }

    private String because() {
        List<String> reasons =
                followers.stream().map(NodeResult::why).distinct().toList();
        return reasons.size() == 1 && !reasons.getFirst().isEmpty() ? " (" + reasons.getFirst() + ")" : "";
    }

    private static String seen(List<NodeResult> held) {
        List<NodeResult> seen =
                held.stream().filter(node -> node.generation().isPresent()).toList();
        if (seen.isEmpty()) {
            return switch (held.size()) {
                case 1 -> "readers don't see it yet";
                case 2 -> "readers see neither yet";
                default -> "readers see none of them yet";
            };
        }
        LongSummaryStatistics generations =
                seen.stream().mapToLong(node -> node.generation().getAsLong()).summaryStatistics();
        String which = generations.getMin() == generations.getMax()
                ? "generation " + generations.getMin()
                : "generations " + generations.getMin() + " to " + generations.getMax();
        List<NodeResult> unseen =
                held.stream().filter(node -> node.generation().isEmpty()).toList();
        return "readers still see " + which + " of "
                + (unseen.isEmpty() ? all(seen.size()) : names(seen) + ", and not yet " + names(unseen));
    }

    private static String all(int number) {
        return switch (number) {
            case 1 -> "it";
            case 2 -> "both";
            default -> "all " + Counted.number(number);
        };
    }

    private static String names(List<NodeResult> nodes) {
        return new NameList(nodes.stream().map(NodeResult::name).toList()).toString();
    }
}
