package dev.assay.template;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what was written in Jinja, dbt's template language. FreeMarker takes it for plain text, so a model that was copied from
 * a dbt project would be built with the brackets in it.
 */
public final class JinjaRemains {

    /** A word and what may follow it. Braces of other meaning, such as an array {@code '{{1,2},{3,4}}'}, do not match. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\{\\{[-+]?\\s*(?<word>[A-Za-z_][\\w.]*)\\s*(?=[(|\\[~]|[-+]?}})");

    private static final Pattern STATEMENT = Pattern.compile("\\{%[-+]?\\s*(?<word>\\w+)");

    /** By the first word of a statement. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("if", "[#if …]"),
            Map.entry("elif", "[#elseif …]"),
            Map.entry("else", "[#else]"),
            Map.entry("endif", "[/#if]"),
            Map.entry("for", "[#list values as value]"),
            Map.entry("endfor", "[/#list]"),
            Map.entry("set", "[#assign name = …]"),
            Map.entry("endset", "[/#assign]"),
            Map.entry("macro", "[#macro name argument]"),
            Map.entry("endmacro", "[/#macro]"),
            Map.entry("call", "[@name]"),
            Map.entry("endcall", "[/@name]"),
            Map.entry("raw", "[#noparse]"),
            Map.entry("endraw", "[/#noparse]"),
            Map.entry("test", "[#-- test name(model, column_name) --]"),
            Map.entry("do", "[#assign name = …]"));

    /** Statements that have no counterpart. */
    private static final Set<String> OTHERS = Set.of(
            "endtest",
            "snapshot",
            "endsnapshot",
            "docs",
            "enddocs",
            "materialization",
            "endmaterialization",
            "include",
            "import",
            "from",
            "extends",
            "filter",
            "endfilter");

    private static final int SHORT = 60;

    /** Whoever copies a file sees from a few what has to change. */
    private static final int SHOWN = 5;

    private JinjaRemains() {}

    /**
     * A piece of Jinja.
     *
     * @param form {@code {{ … }}}, <code>{% … %}</code>, <code>{# … #}</code>
     * @param instead what to write
     */
    public record Remain(int start, int end, String form, String instead) {

        /** @param place where it stands in the user's file */
        public Diagnostic problem(Code code, Span place) {
            return Diagnostic.error(code, place, "`" + form + "` is Jinja, and assay's templates are FreeMarker")
                    .help("write " + instead);
        }
    }

    /** Refuses a template with Jinja in it. */
    static void throwIfAny(TemplateSource written) {
        List<Remain> remains = in(written.text());
        if (!remains.isEmpty()) {
            throw new ProblemsFound(remains.stream()
                    .limit(SHOWN)
                    .map(remain -> remain.problem(Code.TEMPLATE_SYNTAX, written.span(remain.start(), remain.end())))
                    .toList());
        }
    }

    /** In the order of the text, without those in comments. */
    public static List<Remain> in(String text) {
        var found = new ArrayList<Remain>();
        for (int at = text.indexOf('{'); at >= 0 && at + 1 < text.length(); at = text.indexOf('{', at + 1)) {
            Optional<Remain> remain = at(text, at);
            if (remain.isPresent() && !isInComment(text, at)) {
                found.add(remain.get());
                at = remain.get().end() - 1;
            }
        }
        return found;
    }

    private static Optional<Remain> at(String text, int brace) {
        return switch (text.charAt(brace + 1)) {
            case '{' -> expression(text, brace);
            case '%' -> statement(text, brace);
            case '#' -> comment(text, brace);
            default -> Optional.empty();
        };
    }

    private static Optional<Remain> expression(String text, int start) {
        Matcher words = EXPRESSION.matcher(text).region(start, text.length());
        int end = text.indexOf("}}", start);
        if (!words.lookingAt() || end < 0) {
            return Optional.empty();
        }
        String inner = trimmed(text.substring(start + 2, end));
        return Optional.of(new Remain(start, end + 2, "{{ … }}", instead(words.group("word"), inner)));
    }

    private static String instead(String word, String inner) {
        if (word.equals("config")) {
            return "`[@config materialized=\"table\" /]`, without commas between settings";
        }
        boolean isPlain =
                inner.length() <= SHORT && !inner.contains("|") && !inner.contains("~") && !inner.contains("\n");
        return isPlain ? "`${" + inner + "}`" : "`${…}`; a filter such as `| upper` is `?upper_case`";
    }

    private static Optional<Remain> statement(String text, int start) {
        Matcher words = STATEMENT.matcher(text).region(start, text.length());
        int end = text.indexOf("%}", start);
        if (!words.lookingAt() || end < 0) {
            return Optional.empty();
        }
        String word = words.group("word");
        if (STATEMENTS.containsKey(word)) {
            return Optional.of(new Remain(start, end + 2, "{% … %}", "`" + STATEMENTS.get(word) + "`"));
        }
        return Optional.of(
                        new Remain(start, end + 2, "{% … %}", "it in another way: `" + word + "` has no counterpart"))
                .filter(remain -> OTHERS.contains(word));
    }

    private static Optional<Remain> comment(String text, int start) {
        int end = text.indexOf("#}", start + 2);
        return end < 0 ? Optional.empty() : Optional.of(new Remain(start, end + 2, "{# … #}", "`[#-- … --]`"));
    }

    private static String trimmed(String inner) {
        return inner.replaceAll("^[-+]?\\s+|^[-+]|\\s+[-+]?$|[-+]$", "");
    }

    /** Of SQL or of a template. What stands there is no text that anything is built from. */
    private static boolean isInComment(String text, int at) {
        String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        return isCommented(line)
                || isBetween(text, at, "/*", "*/")
                || isBetween(text, at, "[#--", "--]")
                || isBetween(text, at, "[#noparse]", "[/#noparse]");
    }

    /** Two hyphens begin a comment, but not in a literal. */
    private static boolean isCommented(String line) {
        boolean isLiteral = false;
        for (int at = 0; at < line.length(); at++) {
            isLiteral ^= line.charAt(at) == '\'';
            if (!isLiteral && line.startsWith("--", at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(String text, int at, String start, String end) {
        int opened = text.lastIndexOf(start, at);
        return opened >= 0 && text.indexOf(end, opened + start.length()) >= at;
    }
}
