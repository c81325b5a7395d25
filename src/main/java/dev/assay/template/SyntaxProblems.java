package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What FreeMarker could not read, in words of ours where we know better ones. */
final class SyntaxProblems {

    /** What comes to mind first to somebody who knows Jinja. */
    private static final Map<String, String> JINJAS_DIRECTIVES = Map.of(
            "for", "[#list values as value]",
            "set", "[#assign name = value]",
            "elif", "[#elseif condition]",
            "endif", "[/#if]",
            "endfor", "[/#list]",
            "endmacro", "[/#macro]",
            "raw", "[#noparse]");

    private static final Pattern UNKNOWN_DIRECTIVE = Pattern.compile("^Unknown directive: #(\\S+?)\\.");
    private static final Pattern UNKNOWN_BUILT_IN = Pattern.compile("^Unknown built-in: \"([^\"]+)\"");
    private static final Pattern INCOMPLETE =
            Pattern.compile("^#(\\w+) is an existing directive, but the tag is malformed");
    private static final String NOPARSE = "text that looks like a tag stands between `[#noparse]` and `[/#noparse]`";
    private static final Map<String, String> OPERATORS = Map.of("and", "&&", "or", "||", "not", "!", "<>", "!=");

    private final TemplateSource written;
    private final ParseException thrown;
    private final Configuration configuration;
    private final int start;
    private final int end;

    private SyntaxProblems(TemplateSource written, ParseException thrown, Configuration configuration) {
        this.written = written;
        this.thrown = thrown;
        this.configuration = configuration;
        this.start = written.offset(thrown.getLineNumber(), thrown.getColumnNumber());
        int last = written.offset(thrown.getEndLineNumber(), thrown.getEndColumnNumber() + 1);
        this.end = Math.max(start, last);
    }

    static Diagnostic of(TemplateSource written, ParseException thrown, Configuration configuration) {
        return new SyntaxProblems(written, thrown, configuration).diagnostic();
    }

    private Diagnostic diagnostic() {
        String words = firstLine(thrown.getEditorMessage());
        if (words.startsWith("Unexpected end of file") || words.contains("encountered <EOF>")) {
            return unclosed();
        }
        if (words.startsWith("Unclosed")) {
            return error("`" + text() + "` is never closed");
        }
        var directive = UNKNOWN_DIRECTIVE.matcher(words);
        if (directive.find()) {
            return unknownDirective(directive.group(1));
        }
        var builtIn = UNKNOWN_BUILT_IN.matcher(words);
        if (builtIn.find()) {
            return similar(
                    error("there is no built-in `?" + builtIn.group(1) + "`"),
                    builtIn.group(1),
                    configuration.getSupportedBuiltInNames(),
                    "?");
        }
        var incomplete = INCOMPLETE.matcher(words);
        if (incomplete.find()) {
            return error("the tag `[#" + incomplete.group(1) + "]` is incomplete");
        }
        return words.startsWith("Encountered") ? unexpected() : error(lowerCase(words));
    }

    private Diagnostic unclosed() {
        var torn = Nesting.torn(written.text());
        Optional<Diagnostic> text = torn.flatMap(this::unclosedText);
        if (text.isPresent()) {
            return text.get();
        }
        if (torn.isPresent()) {
            return at(torn.get(), "this is never closed")
                    .help(torn.get().kind() == Tag.Kind.INTERPOLATION ? "close it with `}`" : "close it with `]`");
        }
        var open = Nesting.openAt(written.text(), written.text().length());
        if (open.isEmpty()) {
            return error("the template ends too early");
        }
        Tag tag = open.getFirst();
        var found = at(tag, "`" + opening(tag) + "` is never closed").help("close it with `" + closing(tag) + "`");
        return tag.kind() == Tag.Kind.CALL
                ? found.help("a tag without a body ends with `/]`").help(NOPARSE)
                : found;
    }

    /** A quote that opens a text inside the torn tag, and nothing closes it on its line. */
    private Optional<Diagnostic> unclosedText(Tag torn) {
        String text = written.text();
        int opened = -1;
        int at = torn.start();
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            char letter = text.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (opened < 0 ? letter == '"' || letter == '\'' : letter == text.charAt(opened)) {
                opened = opened < 0 ? at : -1;
            }
        }
        if (opened < 0) {
            return Optional.empty();
        }
        String quote = text.substring(opened, opened + 1);
        return Optional.of(error("this text is never closed")
                .at(written.span(opened, Math.min(at, text.length())))
                .help("close it with `" + quote + "`"));
    }

    private Diagnostic unknownDirective(String name) {
        if (JINJAS_DIRECTIVES.containsKey(name)) {
            return error("there is no directive `[#" + name + "]`").help("write `" + JINJAS_DIRECTIVES.get(name) + "`");
        }
        var help = similar(
                error("there is no directive `[#" + name + "]`"),
                name,
                configuration.getSupportedBuiltInDirectiveNames(),
                "#");
        return help.help().isEmpty() ? help.help(NOPARSE) : help;
    }

    private Diagnostic unexpected() {
        if (text().startsWith("[/")) {
            return misplacedEnd();
        }
        if (text().equals("=") && start > 0 && ">".equals(written.text().substring(start - 1, start))) {
            return error("`>=` cannot stand in a tag")
                    .at(written.span(start - 1, end))
                    .help("write `gte`, or put the comparison into parentheses: `[#if (n >= 5)]`");
        }
        var found = error(
                text().isEmpty() ? "something is missing here" : "`" + firstLine(text()) + "` is not expected here");
        String operator = OPERATORS.get(text());
        return operator == null ? found : found.help("write `" + operator + "`");
    }

    private Diagnostic misplacedEnd() {
        Optional<Tag> open =
                Optional.ofNullable(Nesting.openAt(written.text(), start).peek());
        return open.map(tag -> error("`" + text() + "` stands where `" + closing(tag) + "` is due")
                        .other(written.span(tag.start(), tag.end()), "opened here"))
                .orElseGet(() -> error("`" + text() + "` closes nothing"));
    }

    private static Diagnostic similar(Diagnostic found, String typed, Collection<?> existing, String mark) {
        var near = Spelling.near(typed, existing.stream().map(Object::toString).toList());
        return near.isEmpty() ? found : found.help("a similar name exists: `" + mark + near.getFirst() + "`");
    }

    private static String opening(Tag tag) {
        return tag.kind() == Tag.Kind.CALL ? "[@" + tag.name() + "]" : "[#" + tag.name() + "]";
    }

    private static String closing(Tag tag) {
        return opening(tag).replace("[", "[/");
    }

    private Diagnostic at(Tag tag, String headline) {
        return error(headline).at(written.span(tag.start(), tag.end()));
    }

    private Diagnostic error(String headline) {
        return Diagnostic.error(Code.TEMPLATE_SYNTAX, written.span(start, end), headline);
    }

    private String text() {
        return written.text().substring(start, end);
    }

    static String firstLine(String words) {
        return words == null ? "" : words.lines().findFirst().orElse("").strip();
    }

    static String lowerCase(String words) {
        String line = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
