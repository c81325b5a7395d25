package dev.assay.project;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which environment variables and variables were asked for, found or not: what a parse result depends on. */
public final class Reads {

    private final SortedSet<String> environment = Collections.synchronizedSortedSet(new TreeSet<>());
    private final SortedSet<String> variables = Collections.synchronizedSortedSet(new TreeSet<>());

    void environment(String name) {
        environment.add(name);
    }

    void variable(String name) {
        variables.add(name);
    }

    public List<String> environment() {
        synchronized (environment) {
            return List.copyOf(environment);
        }
    }

    public List<String> variables() {
        synchronized (variables) {
            return List.copyOf(variables);
        }
    }
}
