package dev.assay.quality;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code column_name, minimum = 0)}: the parameters of a test and their defaults, up to the closing bracket. */
final class SignatureReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final SourceFile file;
    private final int end;
    private int at;

    SignatureReader(SourceFile file, int start, int end) {
        this.file = file;
        this.at = start;
        this.end = end;
    }

    /** Where reading has come to: behind the closing bracket. */
    int position() {
        return at;
    }

    List<TestKind.Parameter> parameters() {
        var parameters = new ArrayList<TestKind.Parameter>();
        var names = new HashSet<String>();
        if (taken(')')) {
            return parameters;
        }
        do {
            int start = skipSpace();
            TestKind.Parameter parameter = parameter();
            if (!names.add(parameter.name())) {
                throw problem(start, "the parameter `" + parameter.name() + "` stands here twice");
            }
            parameters.add(parameter);
        } while (taken(','));
        if (!taken(')')) {
            throw problem(at, "a comma or a closing bracket has to follow a parameter");
        }
        return parameters;
    }

    private TestKind.Parameter parameter() {
        String name =
                token(NAME).map(Matcher::group).orElseThrow(() -> problem(at, "the name of a parameter is missing"));
        if (!taken('=')) {
            return new TestKind.Parameter(name, Optional.empty(), true);
        }
        return new TestKind.Parameter(name, value(), false);
    }

    private Optional<Object> value() {
        if (taken('[')) {
            return Optional.of(list());
        }
        Optional<Matcher> quoted = token(QUOTED);
        if (quoted.isPresent()) {
            String single = quoted.get().group(1);
            return Optional.of(single == null ? quoted.get().group(2) : single);
        }
        Optional<Matcher> number = token(NUMBER);
        if (number.isPresent()) {
            String digits = number.get().group();
            return Optional.of(number.get().group(1) == null ? (Object) Long.valueOf(digits) : new BigDecimal(digits));
        }
        int start = skipSpace();
        String word = token(NAME).map(Matcher::group).orElse("");
        return switch (word) {
            case "none" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default ->
                throw problem(start, "a default is a number, true, false, none, a text in quotes or a list of them");
        };
    }

    private List<Object> list() {
        var items = new ArrayList<Object>();
        if (taken(']')) {
            return items;
        }
        do {
            value().ifPresent(items::add);
        } while (taken(','));
        if (!taken(']')) {
            throw problem(at, "the list is not closed");
        }
        return List.copyOf(items);
    }

    private boolean taken(char wanted) {
        skipSpace();
        boolean found = at < end && file.text().charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private Optional<Matcher> token(Pattern pattern) {
        skipSpace();
        Matcher matcher = pattern.matcher(file.text()).region(at, end);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private int skipSpace() {
        while (at < end && Character.isWhitespace(file.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private ProblemsFound problem(int place, String headline) {
        int start = Math.min(place, file.text().length());
        int stop = Math.min(start + 1, file.text().length());
        return new ProblemsFound(Diagnostic.error(Code.TEST_SIGNATURE, file.span(start, stop), headline));
    }
}
