package dev.assay.template;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A macro or function called in a way that does not fit it.
 *
 * @param frames the tags and interpolations that led to the call, innermost first
 */
record MacroCalls(List<Position> frames) {

    private static final Pattern UNKNOWN_PARAMETER =
            Pattern.compile("^(?:Macro|Function) \"(.+?)\" has no parameter with name \"(.+?)\"(?:.*?are: (.*))?");
    private static final Pattern MISSING_PARAMETER = Pattern.compile(
            "^When calling (?:macro|function) \"(.+?)\", required parameter \"(.+?)\" .*? was (not )?specified");
    private static final Pattern TOO_MANY =
            Pattern.compile("^(?:Macro|Function) \"(.+?)\" only accepts (\\d+) parameters, but got (\\d+)");
    private static final Pattern FUNCTION_AS_TAG = Pattern.compile("^Routine \"(.+?)\" is a function");
    private static final String MACRO_AS_FUNCTION = "A macro cannot be called in an expression";
    private static final Pattern CALLED = Pattern.compile("([\\w.]+)\\s*\\(");

    Optional<Diagnostic> of(String words) {
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        if (words.startsWith(MACRO_AS_FUNCTION)) {
            return Optional.of(macroAsFunction());
        }
        return match(UNKNOWN_PARAMETER, words)
                .map(this::unknownParameter)
                .or(() -> match(MISSING_PARAMETER, words).map(this::missingParameter))
                .or(() -> match(TOO_MANY, words).map(this::tooMany))
                .or(() -> match(FUNCTION_AS_TAG, words).map(this::functionAsTag));
    }

    private static Optional<MatchResult> match(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Diagnostic unknownParameter(MatchResult match) {
        String typed = match.group(2);
        var found =
                RenderProblems.error(frames.getFirst(), "`" + match.group(1) + "` has no parameter `" + typed + "`");
        if (match.group(3) == null) {
            return found;
        }
        var existing = List.of(match.group(3).split(",\\s*"));
        var near = Spelling.near(typed, existing);
        return near.isEmpty()
                ? found.note("it takes " + named(existing))
                : found.help("a similar name exists: `" + near.getFirst() + "`");
    }

    private Diagnostic missingParameter(MatchResult match) {
        boolean entered = frames.getFirst().text().startsWith("[#macro")
                || frames.getFirst().text().startsWith("[#function");
        Position call = entered && frames.size() > 1 ? frames.get(1) : frames.getFirst();
        String headline = match.group(3) == null
                ? "the `" + match.group(2) + "` that `" + match.group(1) + "` is given is undefined"
                : "`" + match.group(1) + "` is called without `" + match.group(2) + "`";
        var found = RenderProblems.error(call, headline);
        return entered ? found.other(frames.getFirst().span(), "defined here") : found;
    }

    private Diagnostic tooMany(MatchResult match) {
        return RenderProblems.error(
                frames.getFirst(),
                "`" + match.group(1) + "` takes " + match.group(2) + " values at most, and is given " + match.group(3));
    }

    private Diagnostic functionAsTag(MatchResult match) {
        Position call = frames.getFirst();
        String name = match(Pattern.compile("^\\[@([\\w.]+)"), call.text())
                .map(typed -> typed.group(1))
                .orElse(match.group(1));
        return RenderProblems.error(call, "`" + match.group(1) + "` is a function and gives a value, it is no tag")
                .help("write `${" + name + "(…)}`, its values in their order and without names");
    }

    private Diagnostic macroAsFunction() {
        Position call = frames.getFirst();
        var typed = match(CALLED, call.text());
        String name = typed.map(found -> found.group(1)).orElse("it");
        return RenderProblems.error(call, "`" + name + "` is a macro: it prints and gives no value")
                .help("write `[@" + name + " … /]`");
    }

    private static String named(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
