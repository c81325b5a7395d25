package dev.assay.report;

import dev.assay.result.Unproven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What readers see since a run without full proof: a line for each degree of it, with the number of tests that passed. */
record UnprovenLines(List<Unproven> relations) {

    List<String> draw(Palette palette) {
        Map<String, List<Unproven>> byProof = new LinkedHashMap<>();
        relations.forEach(relation -> byProof.computeIfAbsent(relation.proof(), any -> new ArrayList<>())
                .add(relation));
        var lines = new ArrayList<String>();
        byProof.forEach((proof, all) -> lines.add(line(proof, all, palette)));
        return lines;
    }

    /** The first of two words ends where verbs end. */
    private static String line(String proof, List<Unproven> relations, Palette palette) {
        String[] words = (Character.toUpperCase(proof.charAt(0)) + proof.substring(1)).split(" ");
        String rest = String.join(
                "", Arrays.stream(words).skip(1).map(word -> " " + word).toList());
        return palette.warning(LineLayout.verb(words[0]) + rest) + " "
                + new NameList(relations.stream().map(UnprovenLines::words).toList());
    }

    private static String words(Unproven relation) {
        String why = relation.because()
                .map(below -> "shows " + below)
                .orElse(Counted.number(relation.passed()) + " of " + new Counted(relation.due(), "test"));
        return relation.name() + " (" + why + ")";
    }
}
