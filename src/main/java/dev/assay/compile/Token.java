package dev.assay.compile;

/** A word, literal, sign or hole of a draft's text. */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        /** An identifier between double quotes. */
        QUOTED,
        LITERAL,
        SIGN,
        /** The name of a relation goes here: the template calls {@code ref}, {@code source} or {@code this}. */
        HOLE
    }

    static final Token NONE = new Token(Kind.SIGN, "", 0, 0);

    boolean isIdentifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.length() == 1 && text.charAt(0) == sign;
    }
}
