package dev.assay.yaml;

import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** From snakeyaml's marks, which count code points, to places in the file, which count characters. */
final class Places {

    private final SourceFile file;
    private final boolean hasPairs;

    Places(SourceFile file) {
        this.file = file;
        this.hasPairs = hasPairs(file.text());
    }

    private static boolean hasPairs(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    SourceFile file() {
        return file;
    }

    // Lines are no use: YAML 1.1 breaks them at more characters than editors do.
    int offset(Mark mark) {
        int codePoints = mark.getIndex();
        int offset = hasPairs ? file.text().offsetByCodePoints(0, codePoints) : codePoints;
        return Math.min(offset, file.text().length());
    }

    // A block ends where the next token begins: cut the white space and the comments in between.
    Span span(Node node) {
        int start = offset(node.getStartMark());
        int end = Math.max(start, offset(node.getEndMark()));
        while (end > start + 1 && Character.isWhitespace(file.text().charAt(end - 1))) {
            end--;
        }
        return file.span(start, end);
    }

    /** One character, or the last one where the mark stands at the end of the file. */
    Span character(Mark mark) {
        int at = offset(mark);
        return file.span(at, Math.min(at + 1, file.text().length()));
    }
}
