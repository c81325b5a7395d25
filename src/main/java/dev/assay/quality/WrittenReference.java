package dev.assay.quality;

import dev.assay.sql.Draft.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References as YAML writes them: {@code ref('orders')}, {@code source("shop", "raw")}, also as an interpolation. */
public final class WrittenReference {

    private static final Pattern CALL = Pattern.compile("\\s*(?:\\$\\{)?\\s*(ref|source)\\s*\\(([^()]*)\\)\\s*}?\\s*");
    private static final Pattern NAME = Pattern.compile("\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*");

    private WrittenReference() {}

    /** What the whole text refers to; empty where it is no reference. */
    public static Optional<Wanted> of(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (String part : call.group(2).split(",", -1)) {
            Matcher name = NAME.matcher(part);
            if (!name.matches()) {
                return Optional.empty();
            }
            names.add(name.group(1) == null ? name.group(2) : name.group(1));
        }
        boolean isRef = call.group(1).equals("ref");
        boolean fits = isRef ? names.size() <= 2 : names.size() == 2;
        return fits
                ? Optional.of(new Wanted(isRef ? Wanted.Kind.REF : Wanted.Kind.SOURCE, List.copyOf(names)))
                : Optional.empty();
    }

    /** What an argument of a test refers to: some take the plain name of a model as well. */
    public static Optional<Wanted> ofArgument(String argument, String text) {
        Optional<Wanted> written = of(text);
        boolean isPlain = written.isEmpty() && argument.equals("to") && !text.isBlank() && !text.contains("(");
        return isPlain ? Optional.of(new Wanted(Wanted.Kind.REF, List.of(text.strip()))) : written;
    }
}
