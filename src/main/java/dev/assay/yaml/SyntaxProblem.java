package dev.assay.yaml;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** What snakeyaml refuses, said to the person who wrote it. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    static Diagnostic of(MarkedYAMLException refused, Places places) {
        Mark mark = refused.getProblemMark() != null ? refused.getProblemMark() : refused.getContextMark();
        Span place = mark == null ? places.file().top() : places.character(mark);
        if (place.text().equals("\t")) {
            return Diagnostic.error(Code.YAML_SYNTAX, place, "a tab where YAML wants spaces")
                    .help("indent with spaces");
        }
        Optional<Diagnostic> better = inOurWords(refused, place, places);
        if (better.isPresent()) {
            return better.get();
        }
        String words = words(refused.getProblem());
        var problem = Diagnostic.error(Code.YAML_SYNTAX, place, "this is not YAML: " + words);
        if (refused.getContext() != null && refused.getContextMark() != null) {
            Span begins = places.character(refused.getContextMark());
            problem = begins.equals(place) || words.startsWith("more than one")
                    ? problem
                    : problem.other(begins, refused.getContext());
        }
        return withHelp(problem, place, words);
    }

    /** The mistakes that people make most, without a parser's jargon. */
    private static Optional<Diagnostic> inOurWords(MarkedYAMLException refused, Span place, Places places) {
        String problem = String.valueOf(refused.getProblem());
        String context = String.valueOf(refused.getContext());
        Span begins = refused.getContextMark() == null ? place : places.character(refused.getContextMark());
        if (context.startsWith("while scanning a quoted scalar") && problem.contains("end of stream")) {
            return Optional.of(Diagnostic.error(Code.YAML_SYNTAX, begins, "this quote is never closed"));
        }
        if (problem.startsWith("expected <block end>")) {
            return Optional.of(Diagnostic.error(Code.YAML_SYNTAX, place, "this does not fit what stands above it")
                    .other(begins, "the list or mapping around it begins here")
                    .help("what belongs together is indented alike"));
        }
        String line = place.file().line(place.line());
        if (problem.startsWith("expected ',' or") && (line.contains("${") || line.contains("{{"))) {
            return Optional.of(Diagnostic.error(Code.YAML_SYNTAX, place, "a value with braces of its own has no quotes")
                    .help("put the value in quotes: YAML reads braces as its own"));
        }
        if (problem.contains("<stream end>") || problem.contains("end of stream")) {
            return Optional.of(Diagnostic.error(Code.YAML_SYNTAX, begins, "this is never closed"));
        }
        return Optional.empty();
    }

    private static String words(String problem) {
        if (problem == null) {
            return "it ends too early";
        }
        return problem.startsWith("but found another document") ? "more than one document in a file" : problem;
    }

    private static Diagnostic withHelp(Diagnostic problem, Span place, String words) {
        String line = place.file().line(place.line());
        if (line.contains("${") || line.contains("{{")) {
            return problem.help("put the value in quotes: YAML reads braces as its own");
        }
        return words.startsWith("mapping values are not allowed")
                ? problem.help("put text that holds a colon and a space in quotes")
                : problem;
    }

    // snakeyaml counts from the beginning of its buffer, so the place is looked for here.
    static Diagnostic forbiddenCharacter(SourceFile file) {
        String text = file.text();
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        int end = Math.min(at + 1, text.length());
        var problem = Diagnostic.error(Code.YAML_SYNTAX, file.span(at, end), "a character that YAML does not allow");
        return at < text.length() ? problem.label(String.format("U+%04X", text.codePointAt(at))) : problem;
    }
}
