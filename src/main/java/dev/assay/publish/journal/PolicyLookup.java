package dev.assay.publish.journal;

import dev.assay.publish.GenerationComments;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks which relations have a masking or row access policy. Whoever replaces a relation must know: the policy stays with the
 * old one. Each relation is asked about once.
 */
final class PolicyLookup {

    // Each relation is a call of a function, which takes its time: too many of them meet the account's time limit.
    private static final int RELATIONS_A_STATEMENT = 50;

    /** Words of an edition of Snowflake that has no policies: then there is none to lose. */
    private static final String NO_POLICIES = "Unsupported feature";

    /** What is known of a relation. */
    enum Answer {
        NONE,
        POLICY,
        /** The warehouse refused to answer: a policy has to be assumed. */
        REFUSED
    }

    private final Warehouse warehouse;
    private final Session session;
    private final Map<String, Answer> known = new HashMap<>();

    PolicyLookup(Warehouse warehouse, Session session) {
        this.warehouse = warehouse;
        this.session = session;
    }

    /** Empty where no policy has to be reckoned with. */
    Optional<Answer> on(RelationName relation, Kind kind) {
        ask(List.of(relation), kind);
        return Optional.of(known.get(key(relation))).filter(answer -> answer != Answer.NONE);
    }

    /** Asks about these relations together, so that what follows about each costs no statement. */
    void ask(Collection<RelationName> relations, Kind kind) {
        List<RelationName> open = relations.stream()
                .filter(relation -> !known.containsKey(key(relation)))
                .toList();
        Portions.of(open, RELATIONS_A_STATEMENT).forEach(some -> answer(some, kind));
    }

    // One relation that is refused must not hide the policies of the others, so a refused question is asked in halves.
    private void answer(List<RelationName> some, Kind kind) {
        try {
            Set<String> found = policies(some, kind);
            some.forEach(
                    relation -> known.put(key(relation), found.contains(key(relation)) ? Answer.POLICY : Answer.NONE));
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            if (refusal.words().contains(NO_POLICIES)) {
                some.forEach(relation -> known.put(key(relation), Answer.NONE));
                return;
            }
            if (some.size() == 1) {
                known.put(key(some.getFirst()), Answer.REFUSED);
                return;
            }
            int half = some.size() / 2;
            answer(some.subList(0, half), kind);
            answer(some.subList(half, some.size()), kind);
        }
    }

    private Set<String> policies(List<RelationName> some, Kind kind) {
        Map<String, Object> values =
                Map.of("kind", kind == Kind.TABLE ? "table" : "view", "named", ColumnLists.named(warehouse, some));
        var found = new HashSet<String>();
        session.query(warehouse.wording().statement("see where policies stand", "read_policies", values))
                .rows()
                .forEach(row -> found.add(row.get(0) + "." + row.get(1)));
        return found;
    }

    private String key(RelationName relation) {
        return GenerationComments.key(warehouse, relation);
    }
}
