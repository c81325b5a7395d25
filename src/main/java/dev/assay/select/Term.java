package dev.assay.select;

import java.util.List;
import java.util.Optional;

/**
 * One term: {@code 2+config.meta.owner:ann+}. Printing it gives the text that it was read from.
 *
 * @param family whether an {@code @} asks for all that is downstream and all that those need
 * @param method the word before the colon with its keys, {@code config.meta.owner}; empty when none was written
 */
record Term(boolean family, Reach parents, Optional<String> method, String value, Reach children) {

    static Term of(String method, String value) {
        return new Term(false, Reach.NONE, Optional.of(method), value, Reach.NONE);
    }

    /** The pieces that the grammar tells apart; whether they make sense is asked later. */
    static Term read(String text) {
        boolean family = text.startsWith("@");
        int from = family ? 1 : 0;
        Reach parents = Reach.NONE;
        int plus = digitsEnd(text, from);
        if (plus < text.length() && text.charAt(plus) == '+') {
            parents = Reach.of(text.substring(from, plus));
            from = plus + 1;
        }
        int end = text.length();
        Reach children = Reach.NONE;
        int last = text.lastIndexOf('+');
        if (last >= from && digitsEnd(text, last + 1) == end) {
            children = Reach.of(text.substring(last + 1));
            end = last;
        }
        String middle = text.substring(from, end);
        int colon = middle.indexOf(':');
        boolean hasMethod = colon > 0 && middle.chars().limit(colon).allMatch(Term::isMethodLetter);
        return new Term(
                family,
                parents,
                hasMethod ? Optional.of(middle.substring(0, colon)) : Optional.empty(),
                hasMethod ? middle.substring(colon + 1) : middle,
                children);
    }

    /** The method's name: {@code config}; empty when none was written. */
    Optional<String> methodName() {
        return method.map(words -> words.split("\\.", 2)[0]);
    }

    /** The keys behind the method's name: {@code meta}, {@code owner}. */
    List<String> arguments() {
        return method.map(words -> List.of(words.split("\\.", -1)))
                .map(words -> words.subList(1, words.size()))
                .orElse(List.of());
    }

    @Override
    public String toString() {
        return (family ? "@" : "")
                + (parents.exists() ? parents.digits() + "+" : "")
                + method.map(words -> words + ":").orElse("")
                + value
                + (children.exists() ? "+" + children.digits() : "");
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    // Keys of meta may hold hyphens.
    private static boolean isMethodLetter(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }
}
