package dev.assay.run;

import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.Collection;

/** What a cut that is made step by step finds before its first one. Read in two statements, whatever there is. */
record Scene(Existing existing, Marks marks) {

    static Scene read(Warehouse warehouse, Session session, Collection<String> schemas) {
        return new Scene(warehouse.existing(session, schemas), Marks.read(warehouse, session, schemas));
    }
}
