package dev.assay.environment;

import dev.assay.manifest.ResourceId;

/**
 * Something that is true of a node's data as a certain run built it: a watermark, a loaded file, a proof. It becomes current
 * when that version is published, in the same transaction, and gives way to a newer one of the same node, kind and name.
 */
public record VersionNote(ResourceId node, String kind, String name, String value) {}
