package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collects the names when the first text needs them, because most projects have no such text. */
final class ProjectLateNames implements LateNames {

    private final Manifest manifest;
    private final Supplier<HardCodedNames> names;
    private final LiveWords live;
    private final ConcurrentHashMap<String, HardCodedNames> made = new ConcurrentHashMap<>();

    ProjectLateNames(Manifest manifest, Supplier<HardCodedNames> names, LiveWords live) {
        this.manifest = manifest;
        this.names = names;
        this.live = live;
    }

    private HardCodedNames names() {
        return made.computeIfAbsent(manifest.projectName(), project -> names.get());
    }

    @Override
    public void checkQuestion(Node node, Draft question) {
        // Nobody reads an analysis but its author, and no test depends on it.
        if (node instanceof Analysis) {
            return;
        }
        throwIfAny(names().written(withParts(node, question)).stream()
                .flatMap(name -> names().published(name).stream()
                        .filter(asked -> !AcceptedNames.holds(node, name, asked))
                        .map(asked -> problem(node, name, asked))));
    }

    private static Diagnostic problem(Node node, WrittenName name, Relational asked) {
        return Diagnostic.error(Code.HARD_CODED_NAME, HardCodedNameProblems.headline(name, asked))
                .note("the answer comes from what is published of `" + asked.name()
                        + "`, not from the rows that this run tests")
                .help("write `" + HardCodedNameProblems.call(node, asked).replace('"', '\'') + "`, or `${published('"
                        + asked.name() + "')}` if the published rows are meant")
                .help(AcceptedNames.help(asked.relation().toString(), node));
    }

    @Override
    public void checkText(Node node, Draft text) {
        if (isScanned(node, text)) {
            return;
        }
        Draft whole = withParts(node, text);
        throwIfAny(Stream.concat(
                names().errors(node, whole, names().written(whole).stream()),
                names().nameInLiteral(node, text).stream()));
    }

    /** Whether the project's reading has seen this text. Parts of names have no value then. */
    private static boolean isScanned(Node node, Draft text) {
        boolean hasParts = text.holes().stream().anyMatch(hole -> hole.part() != Part.WHOLE);
        return node.draft()
                .filter(read -> read.isSettled()
                        || (!hasParts && read.sql().text().equals(text.sql().text())))
                .isPresent();
    }

    @Override
    public void checkNamed(Node node, SqlText text) {
        var draft = new Draft(text, List.of(), Draft.State.OPEN, false);
        List<WrittenName> written = names().written(draft);
        throwIfAny(names().errors(node, draft, written.stream().filter(name -> !isReferred(node, name))));
    }

    @Override
    public void checkRows(Model model, SqlText published) {
        Optional<String> word = names().liveWord(published);
        word.ifPresent(found -> live.note(model.id(), found));
        throwIfAny(word.flatMap(found -> names().refusedLive(model, found)).stream());
    }

    private boolean isReferred(Node node, WrittenName name) {
        return names().published(name)
                .filter(read -> read.id().equals(node.id()) || node.needs().contains(read.id()))
                .isPresent();
    }

    private static void throwIfAny(Stream<Diagnostic> problems) {
        List<Diagnostic> all = problems.distinct().toList();
        if (!all.isEmpty()) {
            throw new ProblemsFound(all);
        }
    }

    /**
     * The text with published parts where a template prints one part of a name and has the other written by hand: {@code
     * ${this.schema}.orders}, {@code dev.${ref("orders").name}}.
     */
    private Draft withParts(Node node, Draft text) {
        var resolved = new Resolved(node);
        return text.fillKnown(hole -> part(hole, text, resolved.relation(hole.wanted(), manifest)));
    }

    private static Optional<String> part(Hole hole, Draft text, Optional<RelationName> published) {
        return switch (hole.part()) {
            case SCHEMA -> published.map(RelationName::schema);
            case DATABASE -> published.flatMap(RelationName::database);
            case NAME ->
                published.filter(any -> isAfterWrittenSchema(hole, text)).map(RelationName::name);
            case WHOLE -> Optional.empty();
        };
    }

    private static boolean isAfterWrittenSchema(Hole hole, Draft text) {
        int dot = hole.start() - 1;
        return dot > 0
                && text.sql().text().charAt(dot) == '.'
                && text.holes().stream().noneMatch(other -> other.end() == dot);
    }
}
