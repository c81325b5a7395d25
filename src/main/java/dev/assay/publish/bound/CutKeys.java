package dev.assay.publish.bound;

import dev.assay.materialize.Part;
import dev.assay.materialize.keys.ForeignKey;
import dev.assay.materialize.keys.ForeignKeys;
import dev.assay.materialize.keys.KeyStatements;
import dev.assay.publish.CutRefused;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
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
 * The foreign keys of ours that a cut touches. Those of exchanged tables are taken off, and put on the new ones when these
 * are in their place, in the same transaction. Whether rows keep them is seen before anything is locked.
 */
final class CutKeys {

    private final Session session;
    private final KeyStatements say;
    private final Map<RelationName, Part> parts = new HashMap<>();
    private final Set<RelationName> exchanged = new HashSet<>();
    private final Set<RelationName> loosened = new HashSet<>();
    private final List<ForeignKey> standing;
    private final List<ForeignKey> wanted;

    CutKeys(RunSetup setup, Session session, Wording wording, List<Part> all) {
        this.session = session;
        this.say = new KeyStatements(wording);
        for (Part part : all) {
            RelationName name = plain(part.published());
            parts.put(name, part);
            if (!part.staysItself()) {
                exchanged.add(name);
            }
        }
        this.standing = new PublishedKeys(session, wording).touching(parts.keySet());
        this.wanted = all.stream()
                .flatMap(part -> ForeignKeys.of(part.blueprint().node(), setup.manifest()).stream())
                .toList();
    }

    private static RelationName plain(RelationName name) {
        return RelationName.of(name.schema(), name.name());
    }

    /** These tables stay themselves, and something goes on which a key to them may rest. */
    void loosen(Collection<RelationName> tables) {
        tables.stream().map(CutKeys::plain).forEach(loosened::add);
    }

    /** The keys as they will be: rows that lead nowhere hold their node, by name. */
    void requireParents() {
        Stream.concat(coming(), staying()).forEach(key -> {
            Rows found = ask(key, say.orphans(key, becoming(key.table()), becoming(key.parent())));
            long orphans = ((Number) found.value(0, 0)).longValue();
            if (orphans > 0) {
                String words = (orphans == 1 ? "1 row" : orphans + " rows") + " of `" + key.table()
                        + "` would have no row in `"
                        + key.parent() + "`: (" + String.join(", ", key.columns()) + ") leads to ("
                        + String.join(", ", key.parentColumns()) + "), and there is no " + found.value(0, 1);
                throw refused(
                        key,
                        new WarehouseError(
                                WarehouseError.Kind.HELD,
                                Optional.of(say.orphans(key, key.table(), key.parent())),
                                OptionalInt.empty(),
                                words,
                                null));
            }
        });
    }

    private RelationName becoming(RelationName table) {
        return Optional.ofNullable(parts.get(table))
                .map(part -> part.blueprint().candidate())
                .orElse(table);
    }

    /** Whether some go before rows are written. */
    boolean goBeforeRows() {
        return going().anyMatch(this::isWritten);
    }

    /** Takes off those that cannot stay. */
    List<Statement> removals() {
        return going().map(say::remove).toList();
    }

    /** What was put off while rows were written: a table with rows to look at cannot be altered. */
    void check() {
        staying().filter(this::isWritten).forEach(key -> run(key, say.check(key)));
    }

    /** When all tables are in their place. */
    void put() {
        coming().forEach(key -> run(key, say.put(key)));
    }

    private Stream<ForeignKey> going() {
        return standing.stream().filter(this::goes);
    }

    private Stream<ForeignKey> staying() {
        return standing.stream().filter(key -> !goes(key));
    }

    /** What the settings ask for, and what stood on tables that are not built now, as it was. */
    private Stream<ForeignKey> coming() {
        return Stream.concat(
                wanted.stream().filter(key -> staying().noneMatch(key::isSameAs)),
                going().filter(key -> !parts.containsKey(key.table())));
    }

    private boolean goes(ForeignKey key) {
        boolean stays = !parts.containsKey(key.table()) || wanted.stream().anyMatch(key::isSameAs);
        return !stays
                || exchanged.contains(key.table())
                || exchanged.contains(key.parent())
                || loosened.contains(key.parent());
    }

    private boolean isWritten(ForeignKey key) {
        return Stream.of(key.table(), key.parent())
                .anyMatch(table -> parts.containsKey(table) && !exchanged.contains(table));
    }

    private Rows ask(ForeignKey key, Statement question) {
        try {
            return session.query(question);
        } catch (WarehouseError refusal) {
            throw refused(key, refusal);
        }
    }

    private void run(ForeignKey key, Statement statement) {
        try {
            session.execute(statement);
        } catch (WarehouseError refusal) {
            throw refused(key, refusal);
        }
    }

    /** The table with the key is at fault; where it is not built now, the one that it leads to. */
    private RuntimeException refused(ForeignKey key, WarehouseError refusal) {
        if (refusal.kind() == WarehouseError.Kind.TRANSIENT) {
            return refusal;
        }
        Part child = parts.get(key.table());
        Part part = child == null ? parts.get(key.parent()) : child;
        String help = child == null
                ? "the " + key.words() + " leads there: build that in the same cut, too"
                : "the " + key.words() + " leads to `" + key.parent()
                        + "`: mend the rows or the setting; a test `relationships` shows the rows before a cut";
        return new CutRefused(part.id(), refusal.helped(List.of(help)));
    }
}
