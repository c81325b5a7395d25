package dev.assay.publish;

import dev.assay.diagnostic.Code;
import dev.assay.environment.Entry;
import dev.assay.environment.ForeignRelation;
import dev.assay.environment.ManualChanges;
import dev.assay.materialize.Part;
import dev.assay.setup.RunSetup;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks in a cut at what it is about to replace: between the plan and the cut, another client may have created a relation
 * under the name of a node.
 *
 * @param madeAgain views that this run itself has made again; the warehouse may print their SQL in other words since then
 */
public record ForeignReplacements(RunSetup setup, Set<RelationName> madeAgain) {

    public static ForeignReplacements of(RunSetup setup) {
        return new ForeignReplacements(setup, Set.of());
    }

    /**
     * One statement, of the relations that the cut replaces.
     *
     * @throws CutRefused of the first part whose name a relation of others has
     */
    public void refuse(Session session, List<Part> parts) {
        if (setup.settings().overwritesForeign()) {
            return;
        }
        List<RelationName> names = parts.stream().map(Part::published).toList();
        SortedMap<RelationName, Identity> now =
                setup.registry().identities().readNamed(session, setup.warehouse(), names);
        if (now.isEmpty()) {
            return;
        }
        var order = setup.existing().relations().comparator();
        SortedMap<RelationName, Entry> seen = setup.known().seen(order);
        Map<RelationName, Identity> there = new TreeMap<>(order);
        there.putAll(now);
        var recognised = new ArrayList<Entry>();
        there.keySet().forEach(name -> Optional.ofNullable(seen.get(name)).ifPresent(recognised::add));
        ManualChanges changes = ManualChanges.between(recognised, order, there);
        parts.stream()
                .filter(part -> there.containsKey(part.published()))
                .forEach(part -> refuse(part, Optional.ofNullable(seen.get(part.published())), changes));
    }

    private void refuse(Part part, Optional<Entry> seen, ManualChanges changes) {
        String word = part.id().type().word();
        ForeignRelation.of(part.published(), word, setup.header().project(), seen, changes)
                .or(() -> seen.flatMap(entry -> redefined(part, entry, changes)))
                .ifPresent(found -> {
                    throw new CutRefused(part.id(), refusal(found));
                });
    }

    /** The plan warns of a view that was changed before the run; the user has not seen such a warning of this one. */
    private Optional<ForeignRelation> redefined(Part part, Entry entry, ManualChanges changes) {
        boolean isKnown = setup.changes().contains(part.published()) || madeAgain.contains(part.published());
        Kind kind = part.visibleNow().orElse(Kind.VIEW);
        return isKnown
                ? Optional.empty()
                : changes.ofForeign(entry, kind)
                        .map(why -> new ForeignRelation(
                                part.published(),
                                " was changed while this run was building: " + why,
                                List.of(),
                                "keep what it is now under another name, then build again"));
    }

    private static WarehouseError refusal(ForeignRelation found) {
        String words = Stream.concat(Stream.of("`" + found.relation() + "`" + found.why()), found.notes().stream())
                .reduce((first, second) -> first + "\n" + second)
                .orElseThrow();
        return WarehouseError.of(WarehouseError.Kind.HELD, words)
                .coded(Code.FOREIGN_RELATION)
                .helped(List.of(found.help()));
    }
}
