package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One step of a sequence. What exactly is done is drawn when it is done, from {@code draw} and the state of then; so a
 * step keeps its meaning when others are taken out of the sequence.
 */
record Step(Kind kind, long draw) {

    enum Kind {
        EDIT(40),
        COMMAND(34),
        PUBLISH_HELD(8),
        PRUNE(4),
        LOOK(4),
        STRANGER(4),
        KILL_AT_STATEMENT(1),
        KILL_AT_MOMENT(1),
        TWO_AT_ONCE(1),
        END_SESSIONS(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        /** Whether it starts a process of its own, which takes seconds. */
        boolean isSlow() {
            return switch (this) {
                case KILL_AT_STATEMENT, KILL_AT_MOMENT, TWO_AT_ONCE -> true;
                default -> false;
            };
        }
    }

    /** @param slow how many of the slow kinds there may be */
    static List<Step> drawn(long seed, int count, int slow) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        int left = slow;
        while (steps.size() < count) {
            Kind kind = kind(random);
            long draw = random.nextLong();
            if (!kind.isSlow() || left-- > 0) {
                steps.add(new Step(kind, draw));
            }
        }
        return steps;
    }

    private static Kind kind(Random random) {
        int total = 0;
        for (Kind kind : Kind.values()) {
            total += kind.weight;
        }
        int drawn = random.nextInt(total);
        for (Kind kind : Kind.values()) {
            drawn -= kind.weight;
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }
}
