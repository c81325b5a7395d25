/**
 * JSON read and written as streams, from and to plain Java values. The only room that knows jackson.
 *
 * <p>Maps no classes: whoever writes says which fields. Start at {@link dev.assay.json.JsonWriter}.
 */
package dev.assay.json;
