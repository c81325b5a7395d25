package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Command lines drawn by chance. */
final class Commands {

    private final Random random;

    Commands(Random random) {
        this.random = random;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A command that builds or tests. */
    List<String> run(DrawnProject project) {
        String verb = switch (random.nextInt(12)) {
            case 0, 1 -> "run";
            case 2 -> "test";
            case 3 -> "seed";
            case 4, 5 -> "retry";
            default -> "build";
        };
        var args = new ArrayList<>(List.of(verb, "--output", "json"));
        if (!verb.equals("retry") && oneIn(2)) {
            selection(args, project);
        }
        if (!verb.equals("test") && oneIn(4)) {
            args.addAll(List.of("--publish", one(List.of("passing", "all", "each", "none"))));
        }
        if (oneIn(4)) {
            args.addAll(List.of("--vars", "{bad: " + random.nextInt(2) + "}"));
        }
        if (oneIn(3)) {
            args.addAll(List.of("--threads", String.valueOf(1 + random.nextInt(4))));
        }
        flags(args, verb);
        return args;
    }

    private void selection(List<String> args, DrawnProject project) {
        List<String> relations = project.relations().map(DrawnNode::name).collect(Collectors.toList());
        args.add("-s");
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            args.add((oneIn(3) ? "+" : "") + one(relations) + (oneIn(3) ? "+" : ""));
        }
        switch (random.nextInt(6)) {
            case 0 -> args.addAll(List.of("--exclude", one(relations)));
            case 1 -> args.addAll(List.of("--resource-type", "model", "seed"));
            case 2 -> args.addAll(List.of("--exclude-resource-type", "test"));
            case 3 -> args.addAll(List.of("--indirect-selection", one(List.of("cautious", "buildable", "empty"))));
            case 4 ->
                project.tests().stream().findFirst().ifPresent(test -> args.addAll(List.of("--exclude", test.name())));
            default -> {
                // all tests of what is selected
            }
        }
    }

    private void flags(List<String> args, String verb) {
        if (oneIn(6)) {
            args.add("--fail-fast");
        }
        if (oneIn(12) && !verb.equals("seed")) {
            args.add("--no-fuse");
        }
        if (oneIn(12) && !args.contains("--publish")) {
            args.add("--empty");
        }
        if (oneIn(12)) {
            args.add("--dry-run");
        }
        if (oneIn(8)) {
            args.add("--store-failures");
        }
        if (!verb.equals("test") && oneIn(8)) {
            args.add("--no-tests");
        }
    }

    /** @param held names of nodes that are held */
    List<String> publishHeld(List<String> held, List<String> failedTests) {
        var args = new ArrayList<>(List.of("publish", "--output", "json"));
        for (String name : held) {
            if (args.size() == 3 || oneIn(2)) {
                args.addAll(List.of("--held", name));
            }
        }
        if (!failedTests.isEmpty() && oneIn(2)) {
            args.addAll(List.of("--accept", one(failedTests)));
            args.addAll(List.of("--reason", "known", "--until", "2999-01-31", "--owner", "law"));
        }
        if (oneIn(4)) {
            args.addAll(List.of("--vars", "{bad: " + random.nextInt(2) + "}"));
        }
        return args;
    }

    /** A command that may change nothing. */
    List<String> look(DrawnProject project) {
        String name = one(project.nodes()).name();
        return one(List.of(
                List.of("plan"),
                List.of("status"),
                List.of("compile"),
                List.of("ls"),
                List.of("parse"),
                List.of("show", "-s", name, "--output", "json"),
                List.of("build", "--dry-run"),
                List.of("prune", "--dry-run")));
    }
}
