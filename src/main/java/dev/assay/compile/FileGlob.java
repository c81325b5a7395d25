package dev.assay.compile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which files a location means, by DuckDB's rules: {@code *} and {@code ?} within a name, {@code [a-c]} and {@code [!a-c]}
 * for one character, {@code **} for any folders between.
 */
public record FileGlob(String location) {

    private static final String FOLDERS = "**";

    public boolean matches(String file) {
        return location.equals(file) || matches(List.of(location.split("/", -1)), List.of(file.split("/", -1)));
    }

    private static boolean matches(List<String> patterns, List<String> names) {
        if (patterns.isEmpty()) {
            return names.isEmpty();
        }
        List<String> further = patterns.subList(1, patterns.size());
        if (patterns.getFirst().equals(FOLDERS)) {
            // At the end it stands for what lies in all of them.
            return further.isEmpty()
                    || IntStream.rangeClosed(0, names.size())
                            .anyMatch(folders -> matches(further, names.subList(folders, names.size())));
        }
        return !names.isEmpty()
                && regex(patterns.getFirst()).matcher(names.getFirst()).matches()
                && matches(further, names.subList(1, names.size()));
    }

    private static Pattern regex(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = c == '[' ? pattern.indexOf(']', i + 1) : -1;
            if (end > 0) {
                regex.append(oneOf(pattern.substring(i + 1, end)));
                i = end;
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Of the signs in brackets only the minus means something to us as it does to DuckDB. */
    private static String oneOf(String written) {
        boolean other = written.startsWith("!");
        String signs = (other ? written.substring(1) : written).replaceAll("([\\\\\\[\\]^&])", "\\\\$1");
        if (signs.isEmpty()) {
            return "(?!)";
        }
        return (other ? "[^" : "[") + signs + "]";
    }
}
