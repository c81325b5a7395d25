package dev.assay.publish.bound;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ResourceId;
import dev.assay.publish.CutRefused;
import dev.assay.publish.ReplacedRelation;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.result.RunEvent;
import dev.assay.setup.Hooks;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What others have put on published relations by hand, and what a swap would lose: indexes, constraints, defaults, storage
 * options, the options of views, statistics objects, comments, the owner. What can take long is put on the candidates before readers are kept off.
 */
final class CarriedProperties {

    private enum Moment {
        CANDIDATE,
        PUBLISHED,
        LOST,
        INVALID;

        boolean isCarried() {
            return this == CANDIDATE || this == PUBLISHED;
        }
    }

    private record Step(RelationName on, Moment moment, String words, String text) {}

    private final Session session;
    private final Wording wording;
    private final Map<RelationName, ReplacedRelation> replaced = new HashMap<>();
    private final List<Step> steps;
    private final Hooks hooks;

    private CarriedProperties(Session session, Wording wording, Hooks hooks, List<ReplacedRelation> relations) {
        this.session = session;
        this.hooks = hooks;
        this.wording = wording;
        relations.forEach(relation -> replaced.put(plain(relation.published()), relation));
        this.steps = read();
    }

    private static RelationName plain(RelationName name) {
        return RelationName.of(name.schema(), name.name());
    }

    /** Inside of a transaction. */
    static CarriedProperties of(Session session, RunSetup setup, List<ReplacedRelation> relations) {
        return new CarriedProperties(session, setup.warehouse().wording(), setup.hooks(), relations);
    }

    private List<Step> read() {
        var standing = new DependencyQueries(session, wording);
        List<RelationName> altered = replaced.isEmpty()
                ? List.of()
                : standing.named("altered_relations", Map.of("pairs", pairs(replaced.keySet())));
        if (altered.isEmpty()) {
            return List.of();
        }
        Statement asked = wording.statement(
                "see what others have put on it", "carried_properties", Map.of("pairs", pairs(altered)));
        return standing.withPlainNames(() -> session.query(asked)).rows().stream()
                .map(row -> new Step(
                        RelationName.of(row.get(0).toString(), row.get(1).toString()),
                        Moment.valueOf(row.get(2).toString().toUpperCase(java.util.Locale.ROOT)),
                        row.get(3).toString(),
                        row.get(4) == null ? "" : row.get(4).toString()))
                .toList();
    }

    private List<Map<String, Object>> pairs(Collection<RelationName> names) {
        return names.stream().map(replaced::get).map(this::pair).toList();
    }

    private Map<String, Object> pair(ReplacedRelation relation) {
        Map<String, Object> documented = relation.blueprint().node().config().map("persist_docs");
        var pair = new HashMap<>(relation.names());
        pair.put("comments", !isTrue(documented.get("relation")));
        pair.put("column_comments", !isTrue(documented.get("columns")));
        // What a hook of the model has said of row security is a setting.
        pair.put(
                "own_row_security",
                hooks.mayChangeCandidate(relation.blueprint().node()));
        return pair;
    }

    private static boolean isTrue(Object value) {
        return value != null && Boolean.parseBoolean(value.toString());
    }

    /** Before anything is locked: an index of a large table takes its time. */
    void putOnCandidates() {
        steps.stream().filter(this::isEarly).forEach(this::carryOut);
    }

    /** When the new relations have their names. */
    void putOnPublished() {
        steps.stream()
                .filter(step -> step.moment().isCarried() && !isEarly(step))
                .forEach(this::carryOut);
    }

    private boolean isEarly(Step step) {
        return step.moment() == Moment.CANDIDATE && !replaced.get(step.on()).madeInCut();
    }

    /**
     * Under the locks.
     *
     * @throws WarehouseError where somebody has altered a relation since it was looked at; a second try sees that
     */
    void requireComplete() {
        Set<Step> known = new HashSet<>(steps);
        Stream<Step> fresh = read().stream().filter(step -> isEarly(step) || !known.contains(step));
        fresh.findFirst().ifPresent(step -> {
            throw WarehouseError.of(
                    WarehouseError.Kind.TRANSIENT, step.on() + " was altered in the meantime: " + step.words());
        });
    }

    /** What is not carried, because its columns do not exist any more, or because it is of no use. */
    List<RunEvent.Said> notes() {
        return steps.stream()
                .filter(step -> !step.moment().isCarried())
                .map(step -> new RunEvent.Said(
                        Diagnostic.Level.WARNING, step.words() + " of " + step.on() + " was dropped, " + why(step)))
                .toList();
    }

    private static String why(Step step) {
        return step.moment() == Moment.INVALID
                ? "since it is invalid: its making has failed, and the server does not use it"
                : "since a column of it does not exist any more";
    }

    private void carryOut(Step step) {
        Statement statement =
                wording.statement("carry along the " + step.words(), "carry_along", Map.of("text", step.text()));
        try {
            session.execute(statement);
        } catch (WarehouseError refusal) {
            throw CutRefused.unlessPassing(node(step), because(step, refusal));
        }
    }

    private ResourceId node(Step step) {
        return replaced.get(step.on()).blueprint().node().id();
    }

    private static WarehouseError because(Step step, WarehouseError refusal) {
        if (refusal.kind() == WarehouseError.Kind.TRANSIENT) {
            return refusal;
        }
        return new WarehouseError(refusal.kind(), Optional.empty(), OptionalInt.empty(), refusal.words(), refusal)
                .helped(Stream.concat(
                                Stream.of("the " + step.words() + " was put on " + step.on()
                                        + " by hand, and the new relation cannot have it: remove it, or change"
                                        + " the data"),
                                refusal.help().stream())
                        .toList());
    }
}
