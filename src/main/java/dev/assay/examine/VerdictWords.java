package dev.assay.examine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of verdicts. */
final class VerdictWords {

    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int MOST_LISTED = 5;

    private VerdictWords() {}

    /** A hole that nothing fills stays as it is: better seen than guessed. */
    static String fill(String words, Map<String, Object> holes) {
        return HOLE.matcher(words)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        holes.containsKey(hole.group(1)) ? shown(holes.get(hole.group(1))) : hole.group()));
    }

    static String number(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        return shown.scale() <= 0 ? String.format(Locale.ROOT, "%,d", shown.toBigInteger()) : shown.toPlainString();
    }

    private static String shown(Object value) {
        return switch (value) {
            case Tested relation -> relation.called();
            case List<?> list -> listed(list.stream().filter(Objects::nonNull).toList());
            default -> value.toString();
        };
    }

    private static String listed(List<?> list) {
        String first = list.stream().limit(MOST_LISTED).map(VerdictWords::shown).collect(Collectors.joining(", "));
        return list.size() > MOST_LISTED
                ? first + " and " + (list.size() - MOST_LISTED) + " more"
                : list.isEmpty() ? "nothing" : first;
    }
}
