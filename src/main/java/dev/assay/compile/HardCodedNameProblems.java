package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import java.util.Optional;

/** What is said of names written by hand. */
final class HardCodedNameProblems {

    private HardCodedNameProblems() {}

    /** A relation that assay does not publish: the project should say that it reads it. */
    static Diagnostic ofOthers(Node node, WrittenName name, Span place, Optional<Source> declared) {
        String call = declared.map(
                        source -> "write `${source(\"" + source.sourceName() + "\", \"" + source.name() + "\")}`")
                .orElse("declare the relation as a source, and write `${source(…)}`");
        return Diagnostic.warning(
                        Code.HARD_CODED_NAME,
                        "the name `" + name + "` is written by hand, and `gate: strict` wants a source")
                .at(place)
                .note("`ls`, `plan` and the manifest do not show that `" + node.name() + "` reads it")
                .help(call)
                .help(AcceptedNames.help(name.toString(), node));
    }

    static Diagnostic ofOwn(Diagnostic.Level level, Node node, WrittenName name, Span place, Relational read) {
        String headline = headline(name, read);
        Diagnostic problem = level == Diagnostic.Level.ERROR
                ? Diagnostic.error(Code.HARD_CODED_NAME, headline)
                : Diagnostic.warning(Code.HARD_CODED_NAME, headline);
        return problem.at(place)
                .note(consequence(node, read))
                .help(instead(node, read))
                .help(AcceptedNames.help(read.relation().toString(), node));
    }

    private static String instead(Node node, Relational read) {
        String call = "`" + call(node, read) + "`";
        return node instanceof DataTest test && test.isGeneric()
                ? "write " + call
                        + " in a template; a `where` knows no reference: there, write the test in a file of `tests/`"
                : "write " + call;
    }

    static String headline(WrittenName name, Relational read) {
        return "the name `" + name + "` is written by hand, and belongs to the "
                + read.id().type().word() + " `" + read.name() + "` of this project";
    }

    static String call(Node node, Relational read) {
        return node.id().equals(read.id()) ? "${this}" : "${ref(\"" + read.name() + "\")}";
    }

    private static String consequence(Node node, Relational read) {
        String name = "`" + read.name() + "`";
        return switch (node) {
            case DataTest test -> "the test reads what is published of " + name + ", not the rows that this run tests";
            case Model model
            when model.form().storesRows() ->
                "the rows come from what is published of " + name + ", not from what this run builds";
            default ->
                "the tests read what is published of " + name + ", and readers see what " + name
                        + " becomes later, which was not tested here";
        };
    }
}
