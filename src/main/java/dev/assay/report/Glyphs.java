package dev.assay.report;

/** Text as a terminal shows it: some characters take two columns, some none, and some must not reach it at all. */
final class Glyphs {

    private static final int TAB = 4;

    private Glyphs() {}

    /** Without what a terminal would obey instead of show; tabs become blanks. */
    static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                shown.repeat(' ', TAB);
            } else if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\r') {
                shown.append("\\r");
            } else if (Character.isISOControl(c) || isInvisible(c)) {
                shown.append('\uFFFD');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** In columns. */
    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** What is too long loses its middle: both ends of a name say more. */
    static String cutMiddle(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int left = width / 2;
        return cutEnd(text, left) + "…" + cutStart(text, Math.max(0, width - left - 1));
    }

    /** Broken between words where a line would be wider; what follows is indented. A word that is too long stays whole. */
    static String wrapped(String line, int width, int indent) {
        var text = new StringBuilder();
        int used = 0;
        for (String word : line.splitWithDelimiters(" +", 0)) {
            int wide = width(word);
            boolean isGap = word.isBlank();
            if (!isGap && used > indent && used + wide > width) {
                text.setLength(text.length() - trailingBlanks(text));
                text.append('\n').append(" ".repeat(indent));
                used = indent;
            }
            text.append(word);
            used += wide;
        }
        return text.toString();
    }

    private static int trailingBlanks(StringBuilder text) {
        int blanks = 0;
        while (blanks < text.length() && text.charAt(text.length() - 1 - blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** The beginning that fits. */
    static String cutEnd(String text, int width) {
        int end = 0;
        int used = 0;
        while (end < text.length() && used + width(text.codePointAt(end)) <= width) {
            used += width(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end);
    }

    /** The end that fits. */
    static String cutStart(String text, int width) {
        int start = text.length();
        int used = 0;
        while (start > 0 && used + width(text.codePointBefore(start)) <= width) {
            used += width(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return text.substring(start);
    }

    // Marks that change the direction of text can make code look like other code.
    private static boolean isInvisible(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F900 && c <= 0x1F9FF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
