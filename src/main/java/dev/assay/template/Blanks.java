package dev.assay.template;

import dev.assay.template.PlainTemplate.Comment;
import dev.assay.template.PlainTemplate.EmptyTag;
import dev.assay.template.PlainTemplate.Part;
import dev.assay.template.PlainTemplate.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes away the blanks and line ends of lines that hold tags only, and the blanks of a last line that holds nothing, as
 * FreeMarker does after parsing: text by text from the first to the last, each seeing what was left of those before it.
 * Text at the very beginning is left alone.
 */
final class Blanks {

    private final String text;
    private final List<Part> parts;

    private Blanks(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    static List<Part> strip(String text, List<Part> parts) {
        var blanks = new Blanks(text, new ArrayList<>(parts));
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Text piece) {
                blanks.parts.set(i, blanks.stripped(i, piece));
            }
        }
        return blanks.parts;
    }

    private Text stripped(int index, Text piece) {
        int end = piece.end() - trailing(index, piece);
        return new Text(piece.start() + opening(index, piece), end);
    }

    private int opening(int index, Text piece) {
        int lineEnd = text.indexOf('\n', piece.start());
        boolean ends = lineEnd >= 0 && lineEnd < piece.end();
        if (!ends || !isBlank(piece.start(), lineEnd)) {
            return 0;
        }
        for (int i = index - 1; i >= 0 && !isLineEndBetween(i, index); i--) {
            if (heedsOpening(parts.get(i))) {
                return 0;
            }
        }
        return lineEnd + 1 - piece.start();
    }

    private int trailing(int index, Text piece) {
        int lineEnd = text.lastIndexOf('\n', piece.end() - 1);
        boolean ends = lineEnd >= piece.start();
        if (!ends || !isBlank(lineEnd + 1, piece.end())) {
            return 0;
        }
        for (int i = index + 1; i < parts.size() && !isLineEndBetween(index, i); i++) {
            if (heedsTrailing(parts.get(i))) {
                return 0;
            }
        }
        return piece.end() - lineEnd - 1;
    }

    /** Whether what stands first ends on another line than what stands second begins. */
    private boolean isLineEndBetween(int first, int second) {
        return text.substring(lastLetter(first), parts.get(second).start()).indexOf('\n') >= 0;
    }

    private int lastLetter(int index) {
        Part part = parts.get(index);
        return Math.max(part.start(), part.end() - 1);
    }

    private boolean heedsOpening(Part part) {
        if (!(part instanceof Text piece)) {
            return !(part instanceof EmptyTag || part instanceof Comment);
        }
        for (int i = piece.end() - 1; i >= piece.start(); i--) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return false;
            }
            if (!Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return piece.end() > piece.start();
    }

    private boolean heedsTrailing(Part part) {
        if (!(part instanceof Text piece)) {
            return !(part instanceof EmptyTag || part instanceof Comment);
        }
        for (int i = piece.start(); i < piece.end(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return false;
            }
            if (!Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return piece.end() > piece.start();
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }
}
