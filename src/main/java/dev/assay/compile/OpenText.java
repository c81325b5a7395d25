package dev.assay.compile;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Part;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of a model over published names, and the places of these names in it: so it can be printed over other names when
 * its template has changed.
 *
 * @param holes in the order of the text; a hole names the id of the relation that belongs there
 */
public record OpenText(String text, List<Hole> holes) {

    public OpenText {
        holes = List.copyOf(holes);
    }

    /** Names that no SQL contains, so that a text over them shows where it prints names. */
    static final class MarkedNames implements PrintedNames {

        // From the same private area as the placeholders of templates, but other ones: a mark has no letters whose case
        // changes.
        private static final char DATABASE = '\uE010';
        private static final char SCHEMA = '\uE011';
        private static final char NAME = '\uE012';
        private static final char END = '\uE013';

        private final PrintedNames published;
        private final Predicate<ResourceId> isMarked;
        private final Map<ResourceId, Integer> numbers = new TreeMap<>();
        private final List<ResourceId> marked = new ArrayList<>();

        /** @param isMarked whether a relation may have another name; all others have their published names */
        MarkedNames(PrintedNames published, Predicate<ResourceId> isMarked) {
            this.published = published;
            this.isMarked = isMarked;
        }

        @Override
        public RelationName of(ResourceId id) {
            if (!isMarked.test(id)) {
                return published.of(id);
            }
            int number = numbers.computeIfAbsent(id, this::next);
            return new RelationName(
                    published.of(id).database().map(any -> mark(DATABASE, number)),
                    mark(SCHEMA, number),
                    mark(NAME, number));
        }

        private int next(ResourceId id) {
            marked.add(id);
            return marked.size() - 1;
        }

        private static String mark(char part, int number) {
            return part + Integer.toString(number) + END;
        }

        /** The marked text over published names. */
        OpenText open(String text, Dialect dialect) {
            var filled = new StringBuilder();
            var holes = new ArrayList<Hole>();
            int copied = 0;
            Matcher marks = pattern(dialect).matcher(text);
            while (marks.find()) {
                String mark = marks.group();
                ResourceId id = marked.get(numberIn(mark));
                Part part = part(mark);
                filled.append(text, copied, marks.start());
                int start = filled.length();
                filled.append(print(published.of(id), part, dialect));
                holes.add(new Hole(start, filled.length(), new Wanted(Wanted.Kind.REF, List.of(id.value())), part));
                copied = marks.end();
            }
            return new OpenText(filled.append(text, copied, text.length()).toString(), holes);
        }

        /** Whole names come first: each of them contains the marks of its parts. */
        private Pattern pattern(Dialect dialect) {
            var any = new StringBuilder();
            marked.forEach(
                    id -> any.append(Pattern.quote(dialect.print(of(id)))).append('|'));
            return Pattern.compile(any + "[" + DATABASE + SCHEMA + NAME + "]\\d+" + END);
        }

        private static int numberIn(String mark) {
            int end = mark.indexOf(END);
            int start = end;
            while (Character.isDigit(mark.charAt(start - 1))) {
                start--;
            }
            return Integer.parseInt(mark, start, end, 10);
        }

        private static Part part(String mark) {
            boolean isWhole = mark.indexOf(END) != mark.lastIndexOf(END);
            if (isWhole) {
                return Part.WHOLE;
            }
            return switch (mark.charAt(0)) {
                case DATABASE -> Part.DATABASE;
                case SCHEMA -> Part.SCHEMA;
                default -> Part.NAME;
            };
        }

        private static String print(RelationName name, Part part, Dialect dialect) {
            return switch (part) {
                case WHOLE -> dialect.print(name);
                case DATABASE -> name.database().orElse("");
                case SCHEMA -> name.schema();
                case NAME -> name.name();
            };
        }
    }
}
