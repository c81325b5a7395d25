package dev.assay.report;

import java.util.List;

/** Names in a sentence: a few of them, and how many more there are. */
record NameList(List<String> all) {

    private static final int FEW = 4;

    @Override
    public String toString() {
        List<String> shown = all.stream().limit(FEW).map(Glyphs::visible).toList();
        String few = String.join(", ", shown);
        return all.size() > FEW ? few + " and " + Counted.number(all.size() - FEW) + " more" : few;
    }
}
