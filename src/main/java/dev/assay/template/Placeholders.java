package dev.assay.template;

import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The placeholders of one rendering, and where its texts contain them. */
public final class Placeholders {

    private final List<Placeholder> all = new ArrayList<>();
    private int[] foundInTexts = new int[8];

    /** @param parts what a template gets that asks for a part of the name: {@code ref("orders").schema} */
    public Placeholder whole(Wanted wanted, Supplier<Map<String, Object>> parts) {
        return add(wanted, Part.WHOLE, parts);
    }

    /** A part of a relation's name, which is printed as it is: without quotes. */
    public Placeholder part(Wanted wanted, Part part) {
        return add(wanted, part, Map::of);
    }

    private Placeholder add(Wanted wanted, Part part, Supplier<Map<String, Object>> parts) {
        var placeholder = new Placeholder(wanted, part, all.size(), parts);
        all.add(placeholder);
        return placeholder;
    }

    public List<Placeholder> all() {
        return List.copyOf(all);
    }

    /** Whether the template never used the name of a relation. */
    public boolean areUntouched() {
        return all.stream().allMatch(Placeholder::isUntouched);
    }

    /** Whether the template printed names, all of which are in the texts that were searched, and did nothing else with them. */
    public boolean areOnlyPrinted() {
        for (int number = 0; number < all.size(); number++) {
            if (!all.get(number).isOnlyPrinted(number < foundInTexts.length ? foundInTexts[number] : 0)) {
                return false;
            }
        }
        return true;
    }

    /** Where a text contains placeholders: the names of relations go there. */
    public List<Hole> search(SqlText rendered) {
        if (foundInTexts.length < all.size()) {
            foundInTexts = java.util.Arrays.copyOf(foundInTexts, all.size() * 2);
        }
        var holes = new ArrayList<Hole>();
        String text = rendered.text();
        for (int at = text.indexOf(Placeholder.OPEN); at >= 0; at = text.indexOf(Placeholder.OPEN, at + 1)) {
            int start = at;
            int end = text.indexOf(Placeholder.CLOSE, start);
            numberOf(text, start, end).ifPresent(number -> {
                foundInTexts[number]++;
                holes.add(new Hole(
                        start,
                        end + 1,
                        all.get(number).wanted(),
                        all.get(number).part()));
            });
        }
        return holes;
    }

    /** Whether a text contains what is left of a placeholder that a template changed. */
    public static boolean isBroken(Draft draft) {
        String filled = draft.fill(hole -> "").text();
        return filled.indexOf(Placeholder.OPEN) >= 0 || filled.indexOf(Placeholder.CLOSE) >= 0;
    }

    private Optional<Integer> numberOf(String text, int start, int end) {
        int digits = end;
        while (digits > start && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        if (end - digits < 1 || end - digits > 9) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text, digits, end, 10);
        boolean whole = number < all.size()
                && text.startsWith(all.get(number).sign(), start)
                && all.get(number).sign().length() == end + 1 - start;
        return whole ? Optional.of(number) : Optional.empty();
    }
}
