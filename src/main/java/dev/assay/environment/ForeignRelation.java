package dev.assay.environment;

import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * A relation that has the name of a node, and is not what this project published under it. The plan looks for such relations,
 * and each cut looks again at what it replaces.
 *
 * @param why as it follows the relation's name
 */
public record ForeignRelation(RelationName relation, String why, List<String> notes, String help) {

    /**
     * @param word what the node is, for people
     * @param project the name of the project that wants the relation's name
     * @param seen what was published last under this name
     * @param changes what others have done to it since then
     */
    public static Optional<ForeignRelation> of(
            RelationName relation, String word, String project, Optional<Entry> seen, ManualChanges changes) {
        String other = "give the " + word + " another name or schema, or replace it with --overwrite-foreign";
        if (seen.isEmpty()) {
            return Optional.of(
                    new ForeignRelation(relation, " is there already, and assay has not made it", List.of(), other));
        }
        String maker = seen.get().maker();
        if (!maker.equals(project)) {
            return Optional.of(new ForeignRelation(
                    relation,
                    " belongs to the project `" + maker + "`, which published it",
                    List.of("it is " + seen.get().node() + " there"),
                    other));
        }
        return changes.isReplaced(relation)
                ? Optional.of(new ForeignRelation(
                        relation,
                        " was replaced by hand: it is not what assay published",
                        List.of(),
                        "rename it or drop it, or build with --overwrite-foreign"))
                : Optional.empty();
    }
}
