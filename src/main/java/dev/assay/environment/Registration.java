package dev.assay.environment;

import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Registers an environment and all its schemas before the first object is created in one of them.
 *
 * @param now when the run begins
 */
record Registration(
        Warehouse warehouse,
        RegistryPlace place,
        RegistryTables tables,
        Epochs epochs,
        RegistryClient client,
        RunClaim claim,
        String now) {

    /** @return the epoch of this run */
    long enter(Session session, Existing existing, RegistryState found) {
        if (!found.isCurrent() || !existing.schemas().containsAll(claim.names())) {
            return register(session);
        }
        List<RegisteredSchema> rows = schemas().read(session, client.environment(), claim.names());
        refuseOverlap(rows, existing);
        return missing(rows, existing).isEmpty() && weaker(rows).isEmpty()
                ? epochs.take(session, claim.target(), found.epoch(), now)
                : register(session);
    }

    /** Changes the tables of an older assay, and nothing else. */
    void upgrade(Session session) {
        lock().during(session, () -> {
            Existing existing = look(session);
            makeTables(session, existing, tables.read(session, existing, client.environment()));
            return true;
        });
    }

    private long register(Session session) {
        return lock().during(session, () -> registerAlone(session));
    }

    private long registerAlone(Session session) {
        Existing existing = look(session);
        RegistryState found = tables.read(session, existing, client.environment());
        tables.makeShared(session, existing, found, client.assay());
        List<RegisteredSchema> rows = schemas().read(session, client.environment(), claim.names());
        refuseOverlap(rows, existing);
        long epoch = epochs.take(session, claim.target(), found.epoch(), now);
        add(session, missing(rows, existing), existing);
        weaker(rows)
                .forEach(row ->
                        schemas().notePurpose(session, row, claim.schemas().get(row.name())));
        claim.names().forEach(name -> tables.makeSchema(session, existing, name));
        makeQuality(session, existing, found);
        return epoch;
    }

    /** Without a lock, another run may register the same schema in the same moment. */
    private void add(Session session, List<RegisteredSchema> missing, Existing existing) {
        schemas().add(session, missing);
        if (!lock().exists()) {
            List<RegisteredSchema> rows = schemas().read(session, client.environment(), claim.names());
            Overlap.of(client.environment(), claim, rows, existing).ifPresent(overlap -> {
                schemas().takeBack(session, client.environment(), missing);
                throw overlap.refused(place);
            });
        }
    }

    private void makeTables(Session session, Existing existing, RegistryState found) {
        tables.makeShared(session, existing, found, client.assay());
        makeQuality(session, existing, found);
    }

    private void makeQuality(Session session, Existing existing, RegistryState found) {
        var owners = new RegistryOwners(
                tables.wording(), place, client.environment(), claim.schemas().keySet());
        var old = new UnversionedPublications(
                tables.wording(), place, owners, new UnversionedJournal(warehouse, place.publications()));
        tables.makeQuality(session, existing, found, old, client.assay());
    }

    private EnvironmentSchemas schemas() {
        return tables.schemas();
    }

    private Existing look(Session session) {
        var names = new TreeSet<>(claim.names());
        names.add(place.shared());
        names.add(place.quality());
        return warehouse.existing(session, names);
    }

    private void refuseOverlap(List<RegisteredSchema> rows, Existing existing) {
        Overlap.refuse(client.environment(), claim, rows, existing, place);
    }

    /** Schemas of this run that its environment has not registered yet. */
    private List<RegisteredSchema> missing(List<RegisteredSchema> rows, Existing existing) {
        var missing = new ArrayList<RegisteredSchema>();
        claim.schemas().forEach((name, purpose) -> {
            boolean isKnown =
                    rows.stream().anyMatch(row -> isOurs(row) && row.name().equals(name));
            if (!isKnown) {
                boolean made = !existing.schemas().contains(name);
                missing.add(new RegisteredSchema(client.environment(), name, purpose, made));
            }
        });
        return missing;
    }

    /** Rows that note a weaker purpose than this run has. */
    private List<RegisteredSchema> weaker(List<RegisteredSchema> rows) {
        return rows.stream()
                .filter(this::isOurs)
                .filter(row -> claim.schemas().containsKey(row.name()))
                .filter(row -> row.purpose().compareTo(claim.schemas().get(row.name())) < 0)
                .toList();
    }

    private boolean isOurs(RegisteredSchema row) {
        return row.environment().equals(client.environment());
    }

    private RegistryLock lock() {
        return new RegistryLock(tables.wording());
    }
}
