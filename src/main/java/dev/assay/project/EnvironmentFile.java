package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env}: {@code NAME=value}, comments, {@code export}, quotes that may span lines. Nothing is expanded, and
 * no message shows a line of it: the line may be a secret.
 */
final class EnvironmentFile {

    private static final String BLANKS_AND_COMMENTS = "(?:[ \\t]*(?:#[^\\r\\n]*)?\\r?\\n)*";
    private static final String NAME = "[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \\t]*=[ \\t]*";
    private static final String VALUE = "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*+)\"|([^'\"\\s][^\\r\\n]*)?)";
    private static final String REST = "[ \\t]*(?:#[^\\r\\n]*)?(?:\\r?\\n|\\z)";
    private static final Pattern SKIP = Pattern.compile(BLANKS_AND_COMMENTS);
    private static final Pattern SETTING = Pattern.compile(NAME + VALUE + REST, Pattern.DOTALL);
    private static final Pattern LAST_LINE = Pattern.compile("[ \\t]*(?:#[^\\r\\n]*)?\\z");

    private EnvironmentFile() {}

    static Map<String, String> read(SourceFile file) {
        var values = new LinkedHashMap<String, String>();
        var problems = new ArrayList<Diagnostic>();
        String text = file.text();
        int at = 0;
        while (at < text.length()) {
            at = end(SKIP, text, at);
            Matcher setting = SETTING.matcher(text).region(at, text.length());
            if (setting.lookingAt()) {
                values.put(setting.group(1), value(setting));
                at = setting.end();
            } else if (LAST_LINE.matcher(text).region(at, text.length()).matches()) {
                at = text.length();
            } else {
                problems.add(wrong(file, at));
                at = lineEnd(text, at);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(List.copyOf(problems));
        }
        return values;
    }

    private static String value(Matcher setting) {
        if (setting.group(2) != null) {
            return setting.group(2);
        }
        if (setting.group(3) != null) {
            return unescaped(setting.group(3));
        }
        String bare = setting.group(4) == null ? "" : setting.group(4);
        return bare.startsWith("#") ? "" : bare.replaceFirst("\\s#.*", "").strip();
    }

    private static String unescaped(String quoted) {
        return quoted.replace("\\\\", "\0")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\\"", "\"")
                .replace("\\$", "$")
                .replace("\0", "\\");
    }

    private static int end(Pattern pattern, String text, int at) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        return found.lookingAt() ? found.end() : at;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static Diagnostic wrong(SourceFile file, int at) {
        return Diagnostic.error(
                        Code.WRONG_VALUE, "line " + file.lineAt(at) + " of `" + file.path() + "` is not `NAME=value`")
                .note("the line is not shown, since it may hold a secret")
                .help("a line is `NAME=value`, `NAME='value'`, `NAME=\"value\"` or a comment that begins with `#`");
    }
}
