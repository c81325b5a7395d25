package dev.assay.app;

/** A hook that was rendered over published names when its node's candidate was built. It stands in the place of the hook's template. */
record KeptHook(String sql) {}
