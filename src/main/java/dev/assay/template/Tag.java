package dev.assay.template;

/**
 * A piece of a template that is no text: a tag or an interpolation.
 *
 * @param name what is called or done: {@code if}, {@code money.cents}; empty for an interpolation
 * @param closed whether it ends as it should
 */
record Tag(Kind kind, String name, int start, int end, boolean closed) {

    enum Kind {
        DIRECTIVE,
        END_OF_DIRECTIVE,
        CALL,
        END_OF_CALL,
        INTERPOLATION
    }

    boolean is(Kind other, String word) {
        return kind == other && name.equals(word);
    }

    boolean holds(int offset) {
        return start <= offset && offset < end;
    }

    String text(String template) {
        return template.substring(start, end);
    }

    boolean isEmptyTag(String template) {
        return closed && template.charAt(end - 2) == '/';
    }
}
