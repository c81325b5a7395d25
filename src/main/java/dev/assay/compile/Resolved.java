package dev.assay.compile;

import dev.assay.diagnostic.AssayBug;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import java.util.Optional;
import java.util.stream.Stream;

/** What the references of a node lead to, as the manifest resolved them. */
public record Resolved(Node node) {

    String print(Hole hole, Printing printing) {
        boolean isThis = hole.wanted().kind() == Wanted.Kind.THIS;
        ResourceId target = isThis ? node.id() : required(hole.wanted());
        return switch (hole.part()) {
            case WHOLE -> whole(hole.wanted(), target, printing);
            case DATABASE -> printing.name(target).database().orElse("");
            case SCHEMA -> printing.name(target).schema();
            case NAME -> printing.name(target).name();
        };
    }

    private String whole(Wanted wanted, ResourceId target, Printing printing) {
        return switch (wanted.kind()) {
            case THIS -> printing.relation(target);
            case REF, SOURCE -> printing.reference(target);
            case PUBLISHED -> printing.published(target);
        };
    }

    /** What readers know a relation by that the template calls. */
    Optional<RelationName> relation(Wanted wanted, Manifest manifest) {
        Optional<ResourceId> target = wanted.kind() == Wanted.Kind.THIS ? Optional.of(node.id()) : find(wanted);
        return target.flatMap(manifest::find).flatMap(resource -> switch (resource) {
            case Relational relational -> Optional.of(relational.relation());
            case Source source -> Optional.of(source.relation());
            default -> Optional.empty();
        });
    }

    private ResourceId required(Wanted wanted) {
        return find(wanted).orElseThrow(() -> new AssayBug(node.id() + " has an unresolved reference " + wanted));
    }

    /** What has a name that the text may contain: all that is read but ephemerals, and the node itself if it is a relation. */
    Stream<ResourceId> relations(Manifest manifest) {
        Stream<ResourceId> read = node.references().stream()
                .flatMap(reference -> reference.target().stream())
                .filter(id -> !manifest.isInlined(id));
        boolean isRelation = node instanceof Relational && !node.isInlined();
        return isRelation ? Stream.concat(Stream.of(node.id()), read) : read;
    }

    /** A reference that was not seen while reading would be built without what it needs. */
    public ResourceId get(Wanted wanted, Span place) {
        return find(wanted).orElseThrow(() -> new ProblemsFound(unseen(wanted, place)));
    }

    private Optional<ResourceId> find(Wanted wanted) {
        // While a project is read, `published` is a reference as `ref` is.
        Wanted called = wanted.kind() == Wanted.Kind.PUBLISHED ? new Wanted(Wanted.Kind.REF, wanted.names()) : wanted;
        return node.references().stream()
                .filter(reference -> reference.wanted().equals(called))
                .flatMap(reference -> reference.target().stream())
                .findFirst();
    }

    private Diagnostic unseen(Wanted wanted, Span place) {
        boolean isRef = wanted.kind() != Wanted.Kind.SOURCE;
        String call = (isRef ? "ref" : "source") + "(\"" + String.join("\", \"", wanted.names()) + "\")";
        return Diagnostic.error(
                        isRef ? Code.UNKNOWN_REF : Code.UNKNOWN_SOURCE,
                        place,
                        "`" + String.join(".", wanted.names()) + "` was not seen here when the project was read")
                .note("the order of building is made then, so that every `ref` and `source` has to be seen")
                .help("name it where it is always rendered, in a comment for example: `-- needs ${" + call + "}`");
    }
}
