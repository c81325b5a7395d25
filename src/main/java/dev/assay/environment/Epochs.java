package dev.assay.environment;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/** How often runs have taken an environment: the number grows with each run that enters. */
record Epochs(Wording wording, RelationName environments, String environment) {

    private static final long FIRST = 1;

    /** Another answer later means that another run has entered in between. */
    long current(Session session) {
        return read(session).number();
    }

    /** No row, if no run has taken the environment yet. */
    private Rows read(Session session) {
        return session.query(
                say("read how often the environment was taken", "read_epoch").with(List.of(environment)));
    }

    /** @param before the epoch as far as is known; where it is another one by now, it is read again */
    long take(Session session, String target, long before, String now) {
        long touched = session.execute(say("note the environment's use", "touch_environment")
                .with(List.of(now, before + 1, environment, before)));
        if (touched != 0) {
            return before + 1;
        }
        Rows there = read(session);
        if (!there.isEmpty()) {
            return take(session, target, there.number(), now);
        }
        session.execute(say("register the environment", "insert_environment")
                .with(List.of(environment, target, FIRST, now, now)));
        return FIRST;
    }

    private Statement say(String purpose, String name) {
        return wording.statement(purpose, name, Map.of("relation", environments));
    }
}
