/**
 * YAML whose every key and value knows where it was written. The only room that knows snakeyaml.
 *
 * <p>Start at {@link dev.assay.yaml.YamlReader}; typed reading with problems instead of exceptions is {@link
 * dev.assay.yaml.Fields}.
 */
package dev.assay.yaml;
