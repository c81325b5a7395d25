package dev.assay.report;

/** Colours by what they mean. Everything stays readable without them. */
public enum Palette {
    PLAIN {
        @Override
        String paint(String code, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        String paint(String code, String text) {
            return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String paint(String code, String text);

    String error(String text) {
        return paint("1;31", text);
    }

    String warning(String text) {
        return paint("1;33", text);
    }

    /** Places, and the words note and help. */
    String place(String text) {
        return paint("36", text);
    }

    String good(String text) {
        return paint("1;32", text);
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }
}
