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

    private static final String LEASES = " and pid in (select pid from pg_locks where locktype = 'advisory')";

    private final World world;

    private Sequence(World world) {
        this.world = world;
    }

    static Optional<Finding> run(World world, List<Step> steps) {
        var sequence = new Sequence(world);
        for (int i = 0; i < steps.size(); i++) {
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
        var commands = new Commands(random);
        return switch (step.kind()) {
            case EDIT -> {
                world.edit(site, random);
                yield List.of();
            }
            case COMMAND -> command(site, commands.run(site.project()), random.nextInt(3) == 0);
            case PUBLISH_HELD -> publishHeld(site, commands, random);
            case PRUNE -> command(site, List.of("prune", "--yes"), true);
            case LOOK -> look(site, commands.look(site.project()));
            case STRANGER -> random.nextInt(4) == 0 ? foreign(site, random) : stranger(random);
            case KILL_AT_STATEMENT -> killed(site, random, true);
            case KILL_AT_MOMENT -> killed(site, random, false);
            case TWO_AT_ONCE -> twoAtOnce(site, commands.run(site.project()), random);
            case END_SESSIONS -> endSessions(site, commands.run(site.project()), random);
        };
    }

    private List<String> publishHeld(Site site, Commands commands, Random random) {
        List<String> held = world.publishable(site);
        if (held.isEmpty()) {
            return List.of();
        }
        return command(site, commands.publishHeld(held, List.copyOf(world.failedTests())), random.nextInt(3) == 0);
    }

    private List<String> command(Site site, List<String> args, boolean isWatched) {
        List<String> stable = world.stable();
        List<String> broken = new ArrayList<>();
        Said said;
        // Such a command only reads, and one process opens a DuckDB file in one way at a time.
        boolean changesNothing = args.contains("--dry-run");
        if (isWatched && !changesNothing && !stable.isEmpty()) {
            try (var reader = new PublishedReader(world.database(), world.registry(), stable)) {
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
        world.database().pairs(world.database().catalog()).forEach((relation, kind) -> all.add(relation + " " + kind));
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
        world.note(world.strangers().act(random, stable, now, world.visibleChanges()));
        return List.of();
    }

    private List<String> killed(Site site, Random random, boolean atStatement) {
        int draw = random.nextInt(1000);
        ChildBuild child = atStatement
                ? ChildBuild.killedAfter(1 + draw % 70, site.folder())
                : ChildBuild.start(site.folder(), "build", "--output", "json");
        if (!atStatement) {
            pause(400 + 2L * draw);
        }
        int exit = atStatement ? ended(child) : killed(child);
        world.note(site.folder().getFileName() + "> assay build, killed "
                + (atStatement ? "after statement " + (1 + draw % 70) : "after " + (400 + 2L * draw) + " ms")
                + ": exit " + exit);
        world.wasKilled();
        return world.judge(site, List.of(), new Said(exit, "", ""), true);
    }

    private static int killed(ChildBuild child) {
        try {
            return child.kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> twoAtOnce(Site site, List<String> args, Random random) {
        ChildBuild child = ChildBuild.start(site.folder(), "build", "--output", "json");
        pause(600 + random.nextInt(600));
        boolean isEnded = world.database().isPostgres() && random.nextBoolean();
        Said said = isEnded ? whileSessionsEnd(site, args, random.nextInt(1500), LEASES) : site.command(args);
        int exit = ended(child);
        world.note(site.folder().getFileName() + "> assay build, in a process of its own: exit " + exit
                + (isEnded ? ", leases ended" : "") + ", at the same time:");
        List<String> broken = new ArrayList<>();
        String log = site.read("child.log");
        // A DuckDB file that another process has open is not waited for after the run has begun.
        boolean isLocked = !world.database().isPostgres() && log.contains("database-locked");
        if (exit > 1 && !isEnded && !isLocked) {
            broken.add("the other build ended with " + exit + ": " + log);
        }
        world.wasKilled();
        return isEnded ? sessionsEnded(site, args, said) : judged(site, args, said, broken);
    }

    private static int ended(ChildBuild child) {
        try {
            return child.end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** On Postgres somebody ends all sessions, or those with a lease, in the middle of a command. */
    private List<String> endSessions(Site site, List<String> args, Random random) {
        if (!world.database().isPostgres()) {
            return List.of();
        }
        return sessionsEnded(
                site, args, whileSessionsEnd(site, args, random.nextInt(400), random.nextBoolean() ? LEASES : ""));
    }

    private List<String> sessionsEnded(Site site, List<String> args, Said said) {
        world.note(site.folder().getFileName() + "> assay " + String.join(" ", args)
                + ", sessions ended meanwhile\n      " + new Outcome(said).summary());
        world.wasKilled();
        return world.judge(site, List.of(), said, true);
    }

    private Said whileSessionsEnd(Site site, List<String> args, long wait, String which) {
        var killer = new Thread(
                () -> {
                    pause(wait);
                    world.database()
                            .rows("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()" + which);
                },
                "ends sessions");
        killer.start();
        Said said = site.command(args);
        try {
            killer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return said;
    }

    /** Somebody has a relation where a node would go, and keeps it. */
    private List<String> foreign(Site site, Random random) {
        var catalog = world.database().pairs(world.database().catalog());
        List<String> free = site.project()
                .relations()
                .map(site::relation)
                .filter(relation -> !catalog.containsKey(relation))
                .toList();
        if (free.isEmpty()) {
            return List.of();
        }
        String relation = free.get(random.nextInt(free.size()));
        world.database().execute("create schema if not exists " + relation.substring(0, relation.indexOf('.')));
        world.database().execute("create table " + relation + " as select 42 as mine");
        world.strangers().made().add(relation);
        world.note("somebody else: create table " + relation + " as select 42 as mine");
        List<String> broken = command(site, List.of("build", "--output", "json"), false);
        if (!world.database().rows("select * from " + relation).equals(List.of("42"))) {
            broken.add(relation + " of somebody else was replaced");
        }
        world.database().execute("drop table " + relation);
        world.strangers().made().remove(relation);
        world.note("somebody else: drop table " + relation);
        return broken;
    }
}
