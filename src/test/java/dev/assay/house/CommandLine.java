package dev.assay.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One line of a case's {@code command}, taken apart as a shell would: variables first, then words. */
record CommandLine(Map<String, String> variables, List<String> words) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    static CommandLine of(String line) {
        var variables = new TreeMap<String, String>();
        var words = new ArrayList<String>();
        for (String word :
                WORD.matcher(line).results().map(found -> bare(found.group())).toList()) {
            if (words.isEmpty() && word.matches("[A-Za-z_]\\w*=(?s:.*)")) {
                int equals = word.indexOf('=');
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                words.add(word);
            }
        }
        return new CommandLine(variables, words);
    }

    private static String bare(String word) {
        return QUOTED.matcher(word)
                .replaceAll(quoted -> java.util.regex.Matcher.quoteReplacement(
                        quoted.group(1) == null ? quoted.group(2) : quoted.group(1)));
    }
}
