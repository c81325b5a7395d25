package dev.assay.compile;

/** The name that {@code U&"d\0065v"} spells: a second spelling of an identifier, which the server resolves. */
final class EscapedIdentifier {

    private static final int SHORT = 4;
    private static final int LONG = 6;

    private EscapedIdentifier() {}

    /**
     * @param written with its prefix and its quotes
     * @return the identifier in double quotes; as it is written from where an escape is not one
     */
    static String resolved(String written, char escape) {
        String inside = written.substring(written.indexOf('"'));
        var plain = new StringBuilder(inside.length());
        int at = 0;
        while (at < inside.length()) {
            int end = inside.charAt(at) == escape ? endOfEscape(inside, at, escape) : at;
            if (end == at) {
                plain.append(inside.charAt(at));
                at++;
            } else {
                plain.append(character(inside, at, end));
                at = end;
            }
        }
        return plain.toString();
    }

    private static int endOfEscape(String text, int at, char escape) {
        if (at + 1 < text.length() && text.charAt(at + 1) == escape) {
            return at + 2;
        }
        boolean isLong = at + 1 < text.length() && text.charAt(at + 1) == '+';
        int end = at + 1 + (isLong ? LONG + 1 : SHORT);
        boolean isEscape = end <= text.length()
                && text.substring(isLong ? at + 2 : at + 1, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return isEscape ? end : at;
    }

    private static String character(String text, int at, int end) {
        if (end == at + 2) {
            return text.substring(at + 1, end);
        }
        int digits = text.charAt(at + 1) == '+' ? at + 2 : at + 1;
        int code = Integer.parseInt(text, digits, end, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : text.substring(at, end);
    }
}
