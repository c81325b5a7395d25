package dev.assay.house;

import static dev.assay.house.ReferencePage.code;

import dev.assay.report.ReportedEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The events of {@code --output json}, with the fields that they are written with. */
final class EventPage {

    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("project", "which project, target and warehouse the command works on");
        EVENTS.put("parsed", "the project is read; `resources` has a number for each type");
        EVENTS.put("step", "a line of a command; of `compile --inline`, `words` is the SQL");
        EVENTS.put("run_started", "a run begins, with the nodes that it plans");
        EVENTS.put("node_started", "a model or seed is being built");
        EVENTS.put(
                "node_finished",
                "a model or seed is built and tested, failed, or skipped; `tests` as in `test_finished`");
        EVENTS.put("test_finished", "a test ended that does not belong to one node alone");
        EVENTS.put("hook_finished", "a hook ended; `skipped` if it was interrupted");
        EVENTS.put("retried", "a statement failed for a moment and is repeated");
        EVENTS.put("published", "a cut: readers see these nodes now");
        EVENTS.put("said", "a template or assay says something; `level` is `note`, `warning` or `error`");
        EVENTS.put("run_finished", "the run ended; `nodes` has a number for each status, `held` has ids");
        EVENTS.put("planned_node", "of `plan` and `--dry-run`: what would become of a node");
        EVENTS.put("plan", "of `plan` and `--dry-run`: the numbers; `standing_tests` are those of several nodes");
        EVENTS.put("statement", "only in the log, with `--debug`: a statement that was sent");
        EVENTS.put("problem", "a problem");
        EVENTS.put("bug", "a mistake of assay");
    }

    private EventPage() {}

    static String text() {
        Map<String, List<String>> events = ReportedEvents.fields();
        var rows = EVENTS.entrySet().stream()
                .map(event -> List.of(
                        code(event.getKey()),
                        event.getValue(),
                        events.getOrDefault(event.getKey(), List.of("**not written**")).stream()
                                .filter(field -> !field.contains("."))
                                .map(ReferencePage::code)
                                .collect(Collectors.joining(", "))))
                .toList();
        var unknown = events.keySet().stream()
                .filter(event -> !EVENTS.containsKey(event))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError("no words in EventPage for " + unknown);
        }
        var page = new ReferencePage("JSON events", """
            This page is made from the events themselves by a test. `--output json` writes one object a line, and
            `--log-format json` writes such lines to `target/assay.log`. Each has `event` and `at` (UTC).

            Names stay; a new version may add fields and events. Times are in seconds; what is not known is `null`.
            """);
        page.table(List.of("event", "what happened", "fields"), rows).section("Fields of fields");
        var inner = new LinkedHashMap<String, List<String>>();
        events.values().stream()
                .flatMap(List::stream)
                .filter(field -> field.contains("."))
                .distinct()
                .forEach(field -> inner.computeIfAbsent(
                                field.substring(0, field.indexOf('.')), any -> new java.util.ArrayList<>())
                        .add(field.substring(field.indexOf('.') + 1)));
        return page.table(
                        List.of("field", "its fields"),
                        inner.entrySet().stream()
                                .map(field -> List.of(
                                        code(field.getKey()),
                                        field.getValue().stream()
                                                .map(ReferencePage::code)
                                                .collect(Collectors.joining(", "))))
                                .toList())
                .paragraph("""
                    Statuses: %s. Lines and columns count from one.
                    """.formatted(statuses()))
                .toString();
    }

    private static String statuses() {
        return java.util.stream.Stream.of(dev.assay.result.Status.values())
                .map(status -> code(status.word()))
                .collect(Collectors.joining(", "));
    }
}
