package dev.assay.run;

import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;

/** What the catalog holds before a cut. Where it is read anew, it is in two statements, however much there is. */
record Scene(Existing existing, Marks marks) {

    /** Where nothing but kinds is needed, and those are known. */
    static Scene of(Warehouse warehouse, Existing existing) {
        return new Scene(existing, Marks.none(warehouse));
    }

    static Scene read(Warehouse warehouse, Session session, Collection<String> schemas) {
        return new Scene(warehouse.existing(session, schemas), Marks.read(warehouse, session, schemas));
    }
}
