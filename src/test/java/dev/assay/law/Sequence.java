package dev.assay.law;

import dev.assay.UserProject.Said;
import dev.assay.run.ChildBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Steps that are done one after the other in one world, until the law is broken. */
final class Sequence {

    private final World world;

    private Sequence(World world) {
        this.world = world;
    }

    static Optional<Finding> run(World world, List<Step> steps) {
        var sequence = new Sequence(world);
        for (int i = 0; i < steps.size(); i++) {
            world.nextStep();
            List<String> broken = sequence.execute(steps.get(i));
            if (!broken.isEmpty()) {
                return Optional.of(new Finding(steps.subList(0, i + 1), world.transcript(), broken));
            }
        }
        return Optional.empty();
    }

    /** @return what is wrong afterwards */
    private List<String> execute(Step step) {
        var random = new Random(step.draw());
        Site site = world.sites().get(random.nextInt(world.sites().size()));
        var commands = new Commands(random, world.avoided());
        return switch (step.kind()) {
            case EDIT -> {
                world.edit(site, random);
                yield List.of();
            }
            case COMMAND -> command(site, commands.run(site.project()), random.nextInt(3) == 0);
            case PUBLISH_HELD -> publishHeld(site, commands, random);
            case PRUNE -> isPruneKnown(site) ? List.of() : command(site, List.of("prune"), true);
            case LOOK -> look(site, commands.look(site.project()));
            case STRANGER -> stranger(random);
            case KILL_AT_STATEMENT -> killed(site, random, true);
            case KILL_AT_MOMENT -> killed(site, random, false);
            case TWO_AT_ONCE -> twoAtOnce(site, commands.run(site.project()));
            case END_SESSIONS -> endSessions(site, commands.run(site.project()), random);
        };
    }

    private List<String> publishHeld(Site site, Commands commands, Random random) {
        List<String> held = world.publishable(site);
        if (held.isEmpty()) {
            return List.of();
        }
        return command(
                site, commands.publishHeld(held, List.copyOf(world.failedTests())), random.nextInt(3) == 0);
    }

    private boolean isPruneKnown(Site site) {
        Set<KnownBreach> avoided = world.avoided();
        return avoided.contains(KnownBreach.PRUNE_UNDER_VIEW) && !site.isSettled()
                || avoided.contains(KnownBreach.PRUNE_OF_OTHERS) && world.sites().size() > 1;
    }

    private List<String> command(Site site, List<String> args, boolean isWatched) {
        List<String> stable = world.stable();
        List<String> broken = new ArrayList<>();
        Said said;
        if (isWatched && !stable.isEmpty()) {
            try (var reader = new PublishedReader(
                    world.database(),
                    world.registry(),
                    stable,
                    world.avoided().contains(KnownBreach.DEADLOCK_OF_READERS))) {
                said = site.command(args);
                broken.addAll(reader.end());
            }
        } else {
            said = site.command(args);
        }
        return judged(site, args, said, broken);
    }

    private List<String> judged(Site site, List<String> args, Said said, List<String> broken) {
        var outcome = new Outcome(said);
        world.note(site.folder().getFileName() + "> assay " + String.join(" ", args) + "\n      " + outcome.summary());
        world.failedTests().addAll(outcome.failedTests());
        boolean isRun = Set.of("build", "run", "seed", "test", "retry").contains(args.getFirst());
        broken.addAll(outcome.contradictions(isRun));
        broken.addAll(world.judge(site, args, said, false));
        return broken;
    }

    /** A command that only looks leaves everything as it was. */
    private List<String> look(Site site, List<String> args) {
        List<String> before = everything();
        Said said = site.command(args);
        List<String> after = everything();
        List<String> broken = new ArrayList<>();
        if (!before.equals(after)) {
            broken.add("assay " + String.join(" ", args) + " changed " + before + " into " + after);
        }
        return judged(site, args, said, broken);
    }

    private List<String> everything() {
        var all = new ArrayList<String>();
        world.database()
                .pairs(world.database().catalog())
                .forEach((relation, kind) -> all.add(relation + " " + kind));
        for (String relation : world.stable()) {
            all.addAll(world.database().rows("select '" + relation + "', count(*), sum(v), max(me) from " + relation));
        }
        return all;
    }

    private List<String> stranger(Random random) {
        List<String> stable = world.stable();
        if (stable.isEmpty()) {
            return List.of();
        }
        Published now = new Published(
                java.util.Map.of(), world.database().pairs(world.database().catalog()), java.util.Map.of());
        world.note(world.strangers().act(random, stable, now));
        return List.of();
    }

    private List<String> killed(Site site, Random random, boolean atStatement) {
        int draw = random.nextInt(1000);
        ChildBuild child = atStatement
                ? ChildBuild.killedAfter(1 + draw % 70, site.folder())
                : ChildBuild.start(site.folder(), "build", "--output", "json");
        try {
            if (!atStatement) {
                Thread.sleep(400 + 2L * draw);
            }
            int exit = atStatement ? child.end() : child.kill();
            world.note(site.folder().getFileName() + "> assay build, killed "
                    + (atStatement ? "after statement " + (1 + draw % 70) : "after " + (400 + 2L * draw) + " ms")
                    + ": exit " + exit);
            world.wasKilled();
            return world.judge(site, List.of(), new Said(exit, "", ""), true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> twoAtOnce(Site site, List<String> args) {
        ChildBuild child = ChildBuild.start(site.folder(), "build", "--output", "json");
        try {
            Thread.sleep(900);
            Said said = site.command(args);
            int exit = child.end();
            world.note(site.folder().getFileName() + "> assay build, in a process of its own: exit " + exit
                    + ", at the same time:");
            List<String> broken = new ArrayList<>();
            if (exit > 1) {
                broken.add("the other build ended with " + exit + ": " + site.read("child.log"));
            }
            world.wasKilled();
            return judged(site, args, said, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** On Postgres somebody ends all of assay's sessions in the middle of a command. */
    private List<String> endSessions(Site site, List<String> args, Random random) {
        if (!world.database().isPostgres()) {
            return List.of();
        }
        int wait = random.nextInt(250);
        var killer = new Thread(
                () -> {
                    try {
                        Thread.sleep(wait);
                        world.database()
                                .rows("select pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where datname = current_database() and pid <> pg_backend_pid()");
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ends sessions");
        killer.start();
        Said said = site.command(args);
        try {
            killer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        world.note(site.folder().getFileName() + "> assay " + String.join(" ", args) + ", its sessions ended after " + wait
                + " ms\n      " + new Outcome(said).summary());
        world.wasKilled();
        return world.judge(site, List.of(), said, true);
    }
}
