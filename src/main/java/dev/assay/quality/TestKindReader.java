package dev.assay.quality;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a template says of itself in its first comment.
 *
 * <pre>
 * [#-- test positive(column_name, minimum = 0): rows whose value lies below the minimum
 * one: 1 row of {model} has a {column} below {minimum}
 * many: {failures} rows of {model} have a {column} below {minimum}
 * --]
 * </pre>
 */
public final class TestKindReader {

    private static final Pattern COMMENT = Pattern.compile("\\A\\uFEFF?\\s*\\[#--(.*?)--]", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\s*test\\s+([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern SAYS = Pattern.compile("(?m)^[ \\t]*(one|many)[ \\t]*:[ \\t]*(.*)$");
    private static final String EXAMPLE =
            "begin the file like this: [#-- test positive(column_name, minimum = 0): rows below the minimum --]";

    private TestKindReader() {}

    /** The kind that the template declares; what is wrong with the declaration becomes a problem with its place. */
    public static Optional<TestKind> read(SourceFile template, Problems problems) {
        Matcher comment = COMMENT.matcher(template.text());
        if (!comment.find()) {
            problems.add(undeclared(template, template.top()));
            return Optional.empty();
        }
        Matcher name = NAME.matcher(template.text()).region(comment.start(1), comment.end(1));
        if (!name.lookingAt()) {
            problems.add(undeclared(template, template.span(comment.start(1), firstLineEnd(template, comment))));
            return Optional.empty();
        }
        try {
            var signature = new SignatureReader(template, name.end(), comment.end(1));
            List<TestKind.Parameter> parameters = signature.parameters();
            String words = template.text().substring(signature.position(), comment.end(1));
            return Optional.of(kind(name.group(1), parameters, words, template));
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
            return Optional.empty();
        }
    }

    private static TestKind kind(String name, List<TestKind.Parameter> parameters, String words, SourceFile template) {
        String description = SAYS.matcher(words).replaceAll("").strip().replaceFirst("\\A:\\s*", "");
        description = description.replaceAll("\\s*\\R\\s*", " ");
        String because = description.isEmpty() ? "" : ": " + description;
        var says = new TestKind.Says(
                said(words, "one").orElse("{failures} row fails" + because),
                said(words, "many").orElse("{failures} rows fail" + because));
        return new TestKind(name, parameters, description, says, template);
    }

    private static Optional<String> said(String words, String which) {
        return SAYS.matcher(words)
                .results()
                .filter(line -> line.group(1).equals(which))
                .map(line -> line.group(2).strip())
                .findFirst();
    }

    private static Diagnostic undeclared(SourceFile template, Span place) {
        return Diagnostic.error(Code.TEST_SIGNATURE, place, template.path() + " does not say which test it is")
                .help(EXAMPLE);
    }

    private static int firstLineEnd(SourceFile template, Matcher comment) {
        int end = template.text().indexOf('\n', comment.start(1) + 1);
        return end < 0 ? comment.end(1) : Math.min(end, comment.end(1));
    }
}
