package dev.assay.app;

import dev.assay.connect.Lease;
import dev.assay.project.Invocation;
import dev.assay.project.Project;
import dev.assay.project.ProjectReader;
import dev.assay.project.Secrets;
import dev.assay.project.SourceListing;
import dev.assay.project.SourceTreeReader;
import dev.assay.project.TemplateVoice;
import dev.assay.warehouse.OutputSettings;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Warehouses;
import java.time.Clock;

/**
 * Where a call of the program starts: nothing is read yet.
 *
 * @param lease how long to wait for a warehouse that another process holds
 * @param version of this program
 */
public record Workspace(
        Invocation invocation, Secrets secrets, TemplateVoice voice, Clock clock, Lease lease, String version) {

    /** One that waits for nobody. */
    public Workspace(Invocation invocation, Secrets secrets, TemplateVoice voice, Clock clock, String version) {
        this(invocation, secrets, voice, clock, Lease.IMPATIENT, version);
    }

    /** Reads everything that lies on the disk, unless an earlier call has read the same; connects to nothing. */
    public LoadedProject load() {
        var voice = new RecordingLog(this.voice);
        Project project = new ProjectReader(invocation, secrets, voice).read();
        SourceListing listing = SourceTreeReader.find(project, invocation);
        Warehouse warehouse = Warehouses.make(
                project.target().type(),
                new OutputSettings(project.target().fields(), project.target().folder()));
        var parseCache = new ParseCache(this, project, listing, voice);
        ProjectInput projectInput = parseCache
                .recalled()
                .map(known -> (ProjectInput) new ProjectInput.Known(known))
                .orElseGet(() -> new ProjectInput.Fresh(SourceTreeReader.read(listing, invocation)));
        return new LoadedProject(this, project, listing, projectInput, parseCache, warehouse);
    }
}
