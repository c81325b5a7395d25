package dev.assay.materialize;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Diagnostic.Level;
import dev.assay.manifest.Relational;
import dev.assay.source.Span;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wishes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a node's settings ask of its warehouse. What the warehouse does not declare is named where the user wrote it. */
public enum Demands {
    VIEW("materialized", "view", Capability.VIEWS, Level.ERROR, "views"),
    MATERIALIZED_VIEW(
            "materialized", "materialized_view", Capability.MATERIALIZED_VIEWS, Level.ERROR, "materialized views"),
    // A project serves several warehouses: what makes a relation quicker, or known to fewer, may be left out of one.
    INDEXES("indexes", "", Capability.INDEXES, Level.WARNING, "indexes on tables"),
    GRANTS("grants", "", Capability.GRANTS, Level.WARNING, "grants"),
    COMMENTS("persist_docs", "", Capability.COMMENTS, Level.WARNING, "descriptions of relations");

    private final String setting;
    private final String word;
    private final Capability capability;
    private final Level level;
    private final String things;

    Demands(String setting, String word, Capability capability, Level level, String things) {
        this.setting = setting;
        this.word = word;
        this.capability = capability;
        this.level = level;
        this.things = things;
    }

    /** Errors for what would give another relation than was asked for; warnings for what can be left out. */
    public static List<Diagnostic> unmet(Relational node, Warehouse warehouse) {
        Stream<Diagnostic> undeclared = Arrays.stream(values())
                .filter(demand -> demand.isMadeBy(node))
                .filter(demand -> !warehouse.capabilities().contains(demand.capability))
                .map(demand -> demand.refusal(node, warehouse));
        return Stream.concat(undeclared, warehouse.unmet(wishes(node)).stream()).toList();
    }

    /** All that a node's settings say, for its warehouse to pick from. */
    public static Wishes wishes(Relational node) {
        return new Wishes(node.config().values(), node.config().places(), Optional.of(node.place()));
    }

    private boolean isMadeBy(Relational node) {
        Object value = node.config().values().get(setting);
        return switch (value) {
            case null -> false;
            case String text -> word.isEmpty() ? !text.isBlank() : text.equals(word);
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private Diagnostic refusal(Relational node, Warehouse warehouse) {
        Span place = Optional.ofNullable(node.config().places().get(setting)).orElse(node.place());
        return level == Level.ERROR
                ? Diagnostic.error(Code.NOT_SUPPORTED, place, warehouse.label() + " has no " + things)
                        .help("say `materialized: table` for this warehouse")
                : Diagnostic.warning(
                                Code.NOT_SUPPORTED,
                                warehouse.label() + " has no " + things + ": `" + setting + "` of `" + node.name()
                                        + "` is left out")
                        .at(place);
    }
}
