[#-- create_seed(relation, columns, transient, cluster_by) --]
[#assign words = {
  "bool": "boolean", "int": "integer", "bigint": "bigint", "floating": "double precision", "date": "date",
  "timestamp": "timestamp_ntz", "zonedtimestamp": "timestamp_tz", "text": "varchar"
}]
create [#if transient]transient [/#if]table ${relation} (
[#list columns as column]
  ${column.name} [#if column.type == "declared"]${column.words}[#elseif column.type == "decimal"]decimal(${column.precision}, ${column.scale})[#else]${words[column.type]}[/#if][#sep],[/#sep]
[/#list]
)[#if cluster_by?has_content] cluster by ([#list cluster_by as key]${key}[#sep], [/#sep][/#list])[/#if]
