/**
 * YAML whose every key and value knows where it was written. The only room that knows snakeyaml.
 *
 * <p>Start at {@link dev.assay.yaml.YamlReader}.
 */
package dev.assay.yaml;
