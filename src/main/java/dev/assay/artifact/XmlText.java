package dev.assay.artifact;

/** XML written from front to back. Characters that XML does not allow become the sign for what cannot be shown. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;
    private boolean tagOpen;
    private boolean holdsText;

    XmlText open(String element) {
        endTag();
        newLine();
        text.append('<').append(element);
        tagOpen = true;
        depth++;
        holdsText = false;
        return this;
    }

    XmlText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value.replace("\n", " "));
        text.append('"');
        return this;
    }

    XmlText text(String words) {
        endTag();
        escape(words);
        holdsText = true;
        return this;
    }

    XmlText close(String element) {
        depth--;
        if (tagOpen) {
            text.append("/>");
            tagOpen = false;
        } else {
            if (!holdsText) {
                newLine();
            }
            text.append("</").append(element).append('>');
        }
        holdsText = false;
        return this;
    }

    @Override
    public String toString() {
        return text + "\n";
    }

    private void endTag() {
        if (tagOpen) {
            text.append('>');
            tagOpen = false;
        }
    }

    private void newLine() {
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append("  ".repeat(depth));
    }

    private void escape(String words) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\n', '\t' -> text.append((char) c);
                default -> text.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
    }
}
