package dev.assay.law;

import dev.assay.UserProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A project, the target it is built in, and what the law remembers of its commands. */
final class Site extends UserProject<Site> {

    private final String target;
    private final Map<String, String> written = new TreeMap<>();
    private final Map<String, Set<DrawnTest>> required = new HashMap<>();
    private final Map<String, Set<DrawnTest>> sincePublication = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private DrawnProject project;
    private Map<String, Published.Row> status = Map.of();
    private boolean isEdited = true;

    Site(Path folder, String target, DrawnProject project, String profile) {
        super("law", folder);
        this.target = target;
        this.project = project;
        file("profiles.yml", profile);
        write(project);
    }

    @Override
    protected Site self() {
        return this;
    }

    String target() {
        return target;
    }

    DrawnProject project() {
        return project;
    }

    /** Since the last command that built something. */
    boolean isEdited() {
        return isEdited;
    }

    void write(DrawnProject changed) {
        Map<String, String> files = changed.files(target);
        written.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .filter(path -> Files.exists(folder().resolve(path)))
                .forEach(this::without);
        files.forEach((path, text) -> {
            if (!text.equals(written.get(path))) {
                file(path, text);
            }
        });
        written.clear();
        written.putAll(files);
        project = changed;
        isEdited = true;
    }

    /** @param args without the target, which is added here */
    Said command(List<String> args) {
        return assay(withTarget(args));
    }

    String[] withTarget(List<String> args) {
        var all = new java.util.ArrayList<>(args);
        all.add("-t");
        all.add(target);
        return all.toArray(String[]::new);
    }

    /** Where readers find a node. */
    String relation(DrawnNode node) {
        return DrawnProject.published(node, target);
    }

    Optional<DrawnNode> nodeAt(String relation) {
        return project.relations()
                .filter(node -> relation(node).equals(relation))
                .findFirst();
    }

    Map<String, Published.Row> status() {
        return status;
    }

    /** The tests that a relation passed, as far as the law can tell. */
    Set<DrawnTest> required(String relation) {
        return required.getOrDefault(relation, Set.of());
    }

    /** Every relation that this project has ever defined. */
    boolean hasEverDefined(String relation) {
        return names.containsKey(relation);
    }

    /**
     * Takes in what status says after a command. A build tests with the tests of now; what publishes kept candidates
     * relies on tests that were there all the time.
     */
    void remember(Map<String, Published.Row> now, boolean isHeldPublishing, boolean hasBuilt) {
        Set<DrawnTest> tests = new HashSet<>(project.tests());
        project.relations()
                .forEach(node -> names.computeIfAbsent(relation(node), any -> new HashSet<>())
                        .add(node.name()));
        for (String relation : names.keySet()) {
            Set<DrawnTest> constant = sincePublication.computeIfAbsent(relation, any -> new HashSet<>(tests));
            constant.retainAll(tests);
            if (isPublishedAnew(relation, now)) {
                required.put(relation, isHeldPublishing ? new HashSet<>(constant) : new HashSet<>(tests));
                sincePublication.put(relation, new HashSet<>(tests));
            } else {
                required.computeIfAbsent(relation, any -> new HashSet<>()).retainAll(tests);
            }
        }
        status = Map.copyOf(now);
        if (hasBuilt) {
            isEdited = false;
        }
    }

    private boolean isPublishedAnew(String relation, Map<String, Published.Row> now) {
        Predicate<Map<String, Published.Row>> isThere =
                rows -> rows.containsKey(relation) && rows.get(relation).isPublished();
        if (!isThere.test(now)) {
            return false;
        }
        Published.Row row = now.get(relation);
        return !isThere.test(status)
                || !status.get(relation).generation().equals(row.generation())
                || !status.get(relation).published().equals(row.published());
    }
}
