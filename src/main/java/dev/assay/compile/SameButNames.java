package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether two texts of one node differ in the names of relations and in nothing else, however these are written. */
record SameButNames(Manifest manifest, PrintedNames tested, PrintedNames published) {

    /** Names in literals are names, too: a hook may note them. */
    void check(Model model, Compiler.Pair pair) {
        check(model, pair, new TreeMap<>());
    }

    /** A name in a literal is a value, unless a function reads it as a name. */
    void checkSql(Model model, Compiler.Pair pair, LexicalRules rules) {
        TokenReader tokens = TokenReader.of(pair.tested(), rules);
        Set<Integer> names = MentionedNames.literalsOfNames(tokens);
        var literals = new TreeMap<Integer, Integer>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.token(at);
            if (token.kind() == Token.Kind.LITERAL && !names.contains(at)) {
                literals.put(token.start(), token.end());
            }
        }
        check(model, pair, literals);
    }

    /** @param literals their ends, by their beginnings */
    private void check(Model model, Compiler.Pair pair, NavigableMap<Integer, Integer> literals) {
        String expected = renamed(model, pair.tested().text(), literals);
        String actual = pair.published().text();
        if (!expected.equals(actual)) {
            int at = 0;
            while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
                at++;
            }
            throw new ProblemsFound(
                    problem(model, pair.published().origin().at(at).orElse(model.place())));
        }
    }

    private static Diagnostic problem(Model model, Span place) {
        Diagnostic problem = Diagnostic.error(
                        Code.NAME_DEPENDENT_SQL,
                        place,
                        "the SQL of the view `" + model.name() + "` depends on how a relation is called")
                .note("the tests run on a candidate, whose name is another one: readers would query SQL that"
                        + " nobody tested");
        return place.text().contains(RenderedNode.CLOCK)
                ? problem.help("write `${run_started_at}`: `.now` is another time in each rendering")
                : problem.help(
                        "do not compare, measure or cut names here; or make it a table:" + " materialized=\"table\"");
    }

    private String renamed(Model model, String text, NavigableMap<Integer, Integer> literals) {
        Map<String, String> renames = new TreeMap<>();
        for (ResourceId id : relations(model, new LinkedHashSet<>())) {
            RelationName from = tested.of(id);
            RelationName to = published.of(id);
            put(renames, from.name(), to.name());
            put(renames, from.schema(), to.schema());
        }
        if (renames.isEmpty()) {
            return text;
        }
        String any = renames.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}_])(?:" + any + ")(?![\\p{L}\\p{N}_])")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isIn(literals, found.start()) ? found.group() : renames.get(found.group())));
    }

    private static boolean isIn(NavigableMap<Integer, Integer> literals, int at) {
        Map.Entry<Integer, Integer> before = literals.floorEntry(at);
        return before != null && at < before.getValue();
    }

    private static void put(Map<String, String> renames, String from, String to) {
        if (!from.equals(to)) {
            renames.put(from, to);
            renames.put(from.toUpperCase(Locale.ROOT), to.toUpperCase(Locale.ROOT));
            renames.put(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
        }
    }

    /** Seen through ephemerals. */
    private Set<ResourceId> relations(Node node, Set<ResourceId> found) {
        new Resolved(node).relations(manifest).forEach(found::add);
        node.references().stream()
                .flatMap(reference -> reference.target().stream())
                .map(manifest::get)
                .filter(Resource::isInlined)
                .forEach(read -> relations((Node) read, found));
        return found;
    }
}
