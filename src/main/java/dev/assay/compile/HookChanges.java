package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.source.Span;
import dev.assay.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds relations of a project that a hook changes and that no test reads afterwards.
 *
 * @param schemas in which hooks look for names without a schema; one hook can set that for another in the same session
 */
record HookChanges(ProjectNames names, List<List<String>> schemas) {

    static HookChanges of(ProjectNames names, List<AttachedSql> texts) {
        return of(
                names,
                texts.stream()
                        .filter(text -> text.kind() != AttachedSql.Kind.GENERIC_TEST)
                        .map(AttachedSql::sql));
    }

    private static HookChanges of(ProjectNames names, Stream<SqlText> texts) {
        return new HookChanges(
                names,
                texts.flatMap(text -> NamedSchemas.in(TokenReader.of(text, names.lexicalRules())).stream())
                        .distinct()
                        .toList());
    }

    /** The relations that statements change, in a hook or in an operation. */
    static Stream<Relational> changed(ProjectNames names, SqlText statements) {
        return of(names, Stream.of(statements)).changes(statements).map(Change::changed);
    }

    /** A relation that a hook changes, by a name written by hand or by a reference. */
    private record Change(WrittenName name, Relational changed, boolean isByHand) {}

    Stream<Diagnostic> problems(AttachedSql hook, Function<WrittenName, Span> place) {
        return changes(hook)
                .filter(change -> !AcceptedNames.holds(hook.node(), change.name(), change.changed()))
                .map(change -> problem(change, hook, place.apply(change.name())));
    }

    /** What is changed with the permission of the hook's node or of the relation. */
    Stream<Relational> accepted(AttachedSql hook) {
        return changes(hook)
                .filter(change -> AcceptedNames.holds(hook.node(), change.name(), change.changed()))
                .map(Change::changed);
    }

    private Stream<Change> changes(AttachedSql hook) {
        return changes(hook.sql()).filter(change -> !isTestedAfterwards(change, hook));
    }

    private Stream<Change> changes(SqlText text) {
        return ChangedNames.in(TokenReader.of(text, names.lexicalRules())).stream()
                .flatMap(name -> change(name).stream());
    }

    private Optional<Change> change(WrittenName name) {
        return names.published(name)
                .map(changed -> new Change(name, changed, true))
                .or(() -> names.referred(name).map(changed -> new Change(name, changed, false)))
                .or(() -> inNamedSchema(name));
    }

    private Optional<Change> inNamedSchema(WrittenName name) {
        return name.isBare()
                ? schemas.stream()
                        .map(schema -> Stream.concat(schema.stream(), name.parts().stream())
                                .toList())
                        .map(parts -> new WrittenName(name.start(), name.end(), parts))
                        .flatMap(whole -> names.published(whole).or(() -> names.referred(whole)).stream())
                        .findFirst()
                        .map(changed -> new Change(name, changed, true))
                : Optional.empty();
    }

    /** {@code ${this}} in a hook of the candidate. */
    private static boolean isTestedAfterwards(Change change, AttachedSql hook) {
        return hook.kind() == AttachedSql.Kind.HOOK_BEFORE_TESTS
                && !change.isByHand()
                && hook.node()
                        .filter(node -> node.id().equals(change.changed().id()))
                        .isPresent();
    }

    private static Diagnostic problem(Change change, AttachedSql hook, Span place) {
        Relational changed = change.changed();
        Diagnostic problem = change.isByHand() ? ofName(change) : ofReference(changed, hook);
        Diagnostic helped = problem.at(place)
                .help("change the rows in `" + changed.name()
                        + "` itself, or in a `post_hook` of it that writes `${this}`");
        return Stream.concat(hook.node().stream(), Stream.<Node>of(changed))
                .filter(Model.class::isInstance)
                .findFirst()
                .map(accepting -> helped.help(AcceptedNames.help(
                                changed.relation().toString(), accepting) + "; the relation is then unproven"))
                .orElse(helped);
    }

    private static Diagnostic ofName(Change change) {
        return Diagnostic.error(Code.HARD_CODED_NAME, HardCodedNameProblems.headline(change.name(), change.changed()))
                .note("the hook changes what readers see of `"
                        + change.changed().name() + "`, and no test reads that before them");
    }

    private static Diagnostic ofReference(Relational changed, AttachedSql hook) {
        String owner =
                hook.node().map(node -> "a hook of `" + node.name() + "`").orElse("a hook of the run");
        return Diagnostic.error(
                        Code.UNTESTED_CHANGE,
                        owner + " changes the " + changed.id().type().word() + " `" + changed.name()
                                + "` after its tests")
                .note("readers would see rows of `" + changed.name() + "` that no test has read");
    }
}
