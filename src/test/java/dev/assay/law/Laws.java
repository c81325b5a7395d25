package dev.assay.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The law: what has to be true after each command, whatever was done before. Every answer comes from a second client.
 * What {@code docs/guarantees.md} does not promise is left out here, each exception with its reason.
 */
final class Laws {

    private final LawDatabase database;
    private final Set<String> everPublished = new HashSet<>();
    private final List<String> broken = new ArrayList<>();

    Laws(LawDatabase database) {
        this.database = database;
    }

    /** All that is broken now; empty where nothing is. */
    List<String> check(Published published, Collection<Site> all, Set<String> byHand, boolean wasKilled) {
        broken.clear();
        all.forEach(site -> existence(published, site));
        ownership(published, all, byHand);
        viewsReadWhatIsPublished(published);
        Map<String, Set<String>> stamps = stamps(published, all);
        stamps.values().forEach(everPublished::addAll);
        origins(published, all);
        for (Site each : all) {
            tests(published, each);
        }
        if (!wasKilled) {
            leftovers(published, all);
        }
        return List.copyOf(broken);
    }

    /** A relation that status calls published is there, is of its kind, and answers. */
    private void existence(Published published, Site site) {
        for (String relation : site.status().keySet()) {
            if (!site.status().get(relation).isPublished()) {
                continue;
            }
            if (!published.catalog().containsKey(relation)) {
                broken.add("status says that " + relation + " is published, but it does not exist");
            } else if (site.nodeAt(relation).isPresent()) {
                try {
                    database.rows("select count(*), sum(v), min(me), max(src) from " + relation);
                } catch (LawDatabase.RefusedQuery refused) {
                    broken.add("a reader of " + relation + " is refused: " + refused.getMessage());
                }
            }
        }
    }

    /** What stands in a schema of ours is in the status of one of the projects. */
    private void ownership(Published published, Collection<Site> all, Set<String> byHand) {
        for (String relation : published.catalog().keySet()) {
            boolean ours = all.stream().anyMatch(site -> site.hasEverDefined(relation));
            boolean isKnown = all.stream()
                    .map(site -> site.status().get(relation))
                    .anyMatch(row -> row != null && row.isPublished());
            if (ours && !isKnown && !byHand.contains(relation)) {
                broken.add(relation + " exists, but no status calls it published");
            }
        }
    }

    private void viewsReadWhatIsPublished(Published published) {
        published.viewTexts().forEach((view, text) -> {
            if (!view.contains("__assay_") && text.contains("__assay_")) {
                broken.add("view " + view + " reads what is not published: " + text);
            }
        });
    }

    /** Which runs made what readers see now, by relation. */
    private Map<String, Set<String>> stamps(Published published, Collection<Site> all) {
        var stamps = new TreeMap<String, Set<String>>();
        for (Site site : all) {
            site.project().relations().filter(node -> !node.isView()).forEach(node -> {
                String relation = site.relation(node);
                Published.Row row = site.status().get(relation);
                if (row != null && row.isPublished() && published.catalog().containsKey(relation)) {
                    stamps.put(relation, new HashSet<>(distinct("me", relation)));
                }
            });
        }
        return stamps;
    }

    private List<String> distinct(String column, String relation) {
        try {
            return database.rows("select distinct " + column + " from " + relation);
        } catch (LawDatabase.RefusedQuery refused) {
            broken.add("a reader of " + relation + " is refused: " + refused.getMessage());
            return List.of();
        }
    }

    /** A published row was made from rows that were published themselves, then or earlier. */
    private void origins(Published published, Collection<Site> all) {
        for (Site site : all) {
            for (String relation : site.status().keySet()) {
                if (!site.status().get(relation).isPublished()
                        || !published.catalog().containsKey(relation)
                        || site.nodeAt(relation).isEmpty()) {
                    continue;
                }
                distinct("src", relation).stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .filter(stamp -> stamp.contains("@") && !everPublished.contains(stamp))
                        .distinct()
                        .forEach(stamp ->
                                broken.add(relation + " was made from " + stamp + ", which never was published"));
            }
        }
    }

    /** Rows of a proven relation pass every error-level test that it had when it was published. */
    private void tests(Published published, Site site) {
        for (DrawnTest test : site.project().tests()) {
            List<String> subjects = test.subjects().stream()
                    .flatMap(name -> site.project().node(name).stream())
                    .map(site::relation)
                    .toList();
            boolean isClaimed = !test.isWarning()
                    && subjects.stream()
                            .allMatch(relation -> site.status().containsKey(relation)
                                    && site.status().get(relation).isProven()
                                    && published.catalog().containsKey(relation));
            if (isClaimed && site.required(newest(site, subjects)).contains(test)) {
                ask(test, site);
            }
        }
    }

    /** The run that published it had to run the test. */
    private static String newest(Site site, List<String> relations) {
        return relations.stream()
                .max(java.util.Comparator.comparingLong(
                        relation -> Long.parseLong(site.status().get(relation).generation())))
                .orElseThrow();
    }

    private void ask(DrawnTest test, Site site) {
        try {
            List<String> failing = database.rows(test.failingRows(
                    name -> site.relation(site.project().node(name).orElseThrow())));
            if (!failing.isEmpty()) {
                broken.add(test.name() + " fails on what readers see, yet status says proven: ids " + failing);
            }
        } catch (LawDatabase.RefusedQuery refused) {
            // A column that the test reads is not published yet: the test was added with its column.
            if (test.kind() != DrawnTest.Kind.COUNTED) {
                broken.add(test.name() + " cannot be asked: " + refused.getMessage());
            }
        }
    }

    /**
     * Whatever stands under assay's own names is a candidate that a status calls held. That of a node which the project
     * no longer defines is kept for its time, and status does not list it.
     */
    private void leftovers(Published published, Collection<Site> all) {
        for (String internal : published.internal()) {
            if (internal.contains("__assay_retired")) {
                broken.add(internal + " was left behind");
                continue;
            }
            String relation = internal.replace("__assay_candidate", "");
            boolean isKept = all.stream().anyMatch(site -> isKept(relation, site));
            if (!isKept) {
                broken.add(internal + " was left behind, and no status calls " + relation + " held");
            }
        }
    }

    private static boolean isKept(String relation, Site site) {
        Published.Row row = site.status().get(relation);
        boolean isOfAnEarlierProject =
                site.hasEverDefined(relation) && site.nodeAt(relation).isEmpty();
        return (row != null && row.isHeld()) || isOfAnEarlierProject;
    }
}
