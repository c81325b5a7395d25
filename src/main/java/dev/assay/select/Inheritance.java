package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which selectors inherit from which: every name has to exist, and none may come back to itself. */
final class Inheritance {

    private final Selectors selectors;
    private final List<NamedSelector> all;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    /** The way from where the walk began. */
    private final List<Step> way = new ArrayList<>();

    private record Step(String from, Expression.Leaf leaf) {

        String to() {
            return leaf.term().value();
        }

        String label() {
            return "`" + from + "` needs " + (to().equals(from) ? "itself" : "`" + to() + "`");
        }
    }

    Inheritance(Selectors selectors, List<NamedSelector> all) {
        this.selectors = selectors;
        this.all = all;
    }

    List<Diagnostic> problems() {
        all.stream().filter(selector -> !settled.contains(selector.name())).forEach(this::walk);
        return List.copyOf(problems);
    }

    private void walk(NamedSelector selector) {
        selector.definition()
                .leaves()
                .filter(leaf -> leaf.term()
                        .methodName()
                        .filter(Method.SELECTOR.word()::equals)
                        .isPresent())
                .forEach(leaf -> {
                    way.add(new Step(selector.name(), leaf));
                    follow(leaf);
                    way.removeLast();
                });
        settled.add(selector.name());
    }

    private void follow(Expression.Leaf leaf) {
        String name = leaf.term().value();
        List<String> passed = way.stream().map(Step::from).toList();
        if (passed.contains(name)) {
            problems.add(circle(way.subList(passed.indexOf(name), way.size())));
        } else if (!settled.contains(name)) {
            selectors.find(name).ifPresentOrElse(this::walk, () -> problems.add(selectors.unknown(name, leaf.place())));
        }
    }

    private static Diagnostic circle(List<Step> steps) {
        Step first = steps.getFirst();
        var problem = Diagnostic.error(
                        Code.CIRCLE,
                        first.leaf().place(),
                        steps.size() == 1 ? "a selector needs itself" : steps.size() + " selectors need each other")
                .label(first.label());
        for (Step step : steps.subList(1, steps.size())) {
            boolean last = step.to().equals(first.from());
            problem = problem.other(step.leaf().place(), step.label() + (last ? ", closing the circle" : ""));
        }
        String names = steps.stream().map(Step::from).collect(Collectors.joining(" -> "));
        return steps.size() == 1 ? problem : problem.note(names + " -> " + first.from());
    }
}
