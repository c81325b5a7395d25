package dev.assay.law;

import dev.assay.UserProject.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** One database with the projects that are built in it, and what the law has seen of it so far. */
final class World {

    private final LawDatabase database;
    private final List<Site> sites = new ArrayList<>();
    private final Strangers strangers;
    private final Laws laws;
    private final List<String> transcript = new ArrayList<>();
    private final Set<String> failedTests = new TreeSet<>();
    private boolean isAfterKill;

    World(Path folder, LawDatabase database, long seed) {
        this.database = database;
        this.laws = new Laws(database);
        this.strangers = new Strangers(database);
        var random = new Random(seed);
        int layout = random.nextInt(10);
        boolean isShared = layout == 9;
        String quality = isShared ? "quality" : "";
        DrawnProject first = add(folder.resolve("shop"), "dev", random, "", "shop", quality, Optional.empty());
        if (layout == 7 || layout == 8) {
            add(folder.resolve("other"), "dev", random, "o_", "other", quality, Optional.empty());
        } else if (isShared) {
            add(folder.resolve("branch"), "two", random, "", "shop", quality, Optional.of(first));
        }
    }

    private DrawnProject add(
            Path folder,
            String target,
            Random random,
            String prefix,
            String name,
            String quality,
            Optional<DrawnProject> same) {
        var drawer = new Edits(random, database.isPostgres(), prefix);
        DrawnProject project = same.orElseGet(() -> drawer.begin(name, quality));
        String profile = "law:\n  target: " + target + "\n  outputs:\n    " + target + ": {" + database.output()
                + ", schema: " + target + "}\n";
        sites.add(new Site(folder, target, project, profile));
        project.files(target).forEach((path, text) -> {
            if (path.startsWith("models") || (path.startsWith("tests/") && !path.contains("generic"))) {
                note("write " + folder.getFileName() + "/" + path + "\n      "
                        + text.strip().replace("\n", "\n      "));
            }
        });
        return project;
    }

    void note(String line) {
        transcript.add(line);
    }

    List<String> transcript() {
        return List.copyOf(transcript);
    }

    LawDatabase database() {
        return database;
    }

    Strangers strangers() {
        return strangers;
    }

    List<Site> sites() {
        return sites;
    }

    Set<String> failedTests() {
        return failedTests;
    }

    void edit(Site site, Random random) {
        String prefix = site.project().name().equals("other") ? "o_" : "";
        var drawer = new Edits(random, database.isPostgres(), prefix);
        var before = site.project().files(site.target());
        site.write(drawer.edit(site.project()));
        site.project().files(site.target()).forEach((path, text) -> {
            if (!text.equals(before.get(path))) {
                note("write " + site.folder().getFileName() + "/" + path + "\n      "
                        + text.strip().replace("\n", "\n      "));
            }
        });
        before.keySet().stream()
                .filter(path -> !site.project().files(site.target()).containsKey(path))
                .forEach(path -> note("delete " + site.folder().getFileName() + "/" + path));
    }

    /** Names of held nodes. */
    List<String> publishable(Site site) {
        return site.status().values().stream()
                .filter(Published.Row::isHeld)
                .flatMap(row -> site.nodeAt(row.relation()).stream())
                .map(DrawnNode::name)
                .toList();
    }

    /** The published relations that stay where they are whatever this project does. */
    List<String> stable() {
        return sites.stream()
                .flatMap(site -> site.status().values().stream()
                        .filter(Published.Row::isPublished)
                        .map(Published.Row::relation)
                        .filter(relation -> site.nodeAt(relation).isPresent()))
                .distinct()
                .toList();
    }

    String registry() {
        Site site = sites.getFirst();
        String quality = site.project().quality();
        return (quality.isEmpty() ? site.target() + "_quality" : quality) + ".publications";
    }

    void wasKilled() {
        isAfterKill = true;
    }

    boolean isAfterKill() {
        return isAfterKill;
    }

    /** A killed run has not noted what it published, so changes of that are not seen. */
    List<String> visibleChanges() {
        return isAfterKill ? List.of() : database.visibleChanges();
    }

    /** Looks at everything after a command, and tells what is wrong. */
    List<String> judge(Site actor, List<String> args, Said said, boolean wasKilled) {
        var broken = new ArrayList<String>();
        boolean hasBuilt =
                args.isEmpty() || Set.of("build", "run", "seed", "retry").contains(args.getFirst());
        boolean isWhole = said.exit() == 0 && isWholeBuild(args);
        Published published = null;
        for (Site site : sites) {
            Said status = site.command(List.of("status", "--output", "json"));
            if (status.exit() > 1) {
                broken.add("status ended with " + status);
                return broken;
            }
            published = Published.of(database, status.out());
            boolean isActor = site == actor;
            site.remember(
                    published.status(),
                    isActor && !args.isEmpty() && args.getFirst().equals("publish"),
                    isActor && hasBuilt);
        }
        if (hasBuilt && !wasKilled && said.exit() <= 1 && !args.contains("--dry-run")) {
            isAfterKill = false;
        }
        broken.addAll(laws.check(published, sites, strangers.made(), isAfterKill));
        if (isWhole) {
            allIsProven(actor, broken);
        }
        broken.addAll(strangers.check(published));
        return broken;
    }

    private static boolean isWholeBuild(List<String> args) {
        return !args.isEmpty()
                && args.getFirst().equals("build")
                && !args.contains("none")
                && java.util.Collections.disjoint(
                        args, List.of("-s", "--empty", "--dry-run", "--no-tests", "--exclude", "--resource-type"));
    }

    /** A whole build that ended with 0 leaves nothing held and nothing unproven. */
    private static void allIsProven(Site site, List<String> broken) {
        site.project().relations().map(site::relation).forEach(relation -> {
            Published.Row row = site.status().get(relation);
            if (row == null || !row.isProven() || row.isHeld()) {
                broken.add("a whole build ended with 0, yet status says of " + relation + ": " + row);
            }
        });
    }
}
