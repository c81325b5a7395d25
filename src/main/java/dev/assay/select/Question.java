package dev.assay.select;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.source.Span;
import java.util.Collection;
import java.util.List;

/**
 * What a term asks of its method.
 *
 * @param keys what stands behind the method's name: {@code meta}, {@code owner}
 * @param value what stands behind the colon
 * @param projectName what {@code package:this} means
 */
record Question(List<String> keys, String value, Span place, String projectName) {

    static Question of(Expression.Leaf leaf, String projectName) {
        return new Question(leaf.term().arguments(), leaf.term().value(), leaf.place(), projectName);
    }

    ConfigKeys setting() {
        if (keys.isEmpty() || keys.contains("")) {
            throw refused("`config` wants a key: `config.materialized:table`, `config.meta.owner:ann`");
        }
        return new ConfigKeys(keys);
    }

    /** The value as dotted names, at most so many. */
    List<String> names(int most, String form) {
        List<String> names = List.of(value.split("\\.", -1));
        if (names.size() > most) {
            throw refused("`" + value + "` has too many dots: " + form);
        }
        return names;
    }

    ProblemsFound notAmong(String what, Collection<String> words) {
        var problem = problem("no " + what + " is called `" + value + "`");
        List<String> near = Spelling.near(value, words);
        return new ProblemsFound(
                near.isEmpty()
                        ? problem.note("there are: " + Quoted.list(words))
                        : problem.help("a similar one exists: " + Quoted.list(near)));
    }

    ProblemsFound refused(String headline) {
        return new ProblemsFound(problem(headline));
    }

    private Diagnostic problem(String headline) {
        return Diagnostic.error(Code.SELECTION_SYNTAX, place, headline);
    }
}
