package dev.assay.law;

import dev.assay.UserProject.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one command said with {@code --output json}, held against its exit code. */
final class Outcome {

    private static final Pattern INTERNAL = Pattern.compile(
            "^\\s*at [\\w.$/]+\\(|\\b(?:java|org|com|dev)\\.[\\w.]+(?:Exception|Error)\\b|INTERNAL Error",
            Pattern.MULTILINE);
    private static final Pattern HELD = Pattern.compile("\"event\":\"run_finished\".*\"held\":\\[([^\\]]*)\\]");
    private static final Pattern GOOD = Pattern.compile("\"event\":\"run_finished\".*?\"good\":(true|false)");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([\\w-]+)\"");
    private static final Pattern FAILED =
            Pattern.compile("\"id\":\"(test\\.[^\"]+)\",\"name\":\"[^\"]*\",\"node\":[^,]*,\"status\":\"fail\"");

    /** Codes of commands that make no sense at that moment, which chance does not know. */
    private static final List<String> ASKED_TOO_MUCH = List.of("nothing-to-retry", "not-held");

    private final Said said;

    Outcome(Said said) {
        this.said = said;
    }

    /** Tests that failed, by their unique ids. */
    List<String> failedTests() {
        return FAILED.matcher(said.out()).results().map(found -> found.group(1)).toList();
    }

    boolean isGood() {
        return said.exit() == 0;
    }

    /** What does not fit together in what was said. */
    List<String> contradictions(boolean isRun) {
        var broken = new ArrayList<String>();
        INTERNAL.matcher(said.text())
                .results()
                .findFirst()
                .ifPresent(found -> broken.add("an internal message: " + found.group()));
        if (said.exit() > 2 || (said.exit() == 2 && ASKED_TOO_MUCH.stream().noneMatch(said.text()::contains))) {
            broken.add("exit code " + said.exit()
                    + first(CODE).map(code -> " for " + code).orElse(""));
        }
        Optional<String> good = first(GOOD);
        if (isRun && good.isPresent() && Boolean.parseBoolean(good.get()) != isGood()) {
            broken.add("exit code " + said.exit() + ", yet run_finished says good: " + good.get());
        }
        if (isRun && isGood() && first(HELD).filter(ids -> !ids.isEmpty()).isPresent()) {
            broken.add("exit code 0, yet held: " + first(HELD).get());
        }
        if (said.exit() == 1 && said.text().isBlank()) {
            broken.add("exit code 1 without a word");
        }
        return broken;
    }

    private Optional<String> first(Pattern pattern) {
        return pattern.matcher(said.out()).results().findFirst().map(found -> found.group(1));
    }

    /** For a transcript: the problems, and how the run ended. */
    String summary() {
        String lines = said.text()
                .lines()
                .filter(line -> !line.startsWith("{")
                        || line.contains("\"code\"")
                        || line.contains("run_finished")
                        || line.contains("\"published\""))
                .map(line -> line.length() > 700 ? line.substring(0, 700) + "…" : line)
                .reduce("", (all, line) -> all + "\n      " + line);
        return "exit " + said.exit() + lines;
    }
}
