[#-- add_constraint(name, relation, kind, keys, expression, mark): kind is primary_key, unique, check or, in the server's own words, custom --]
alter table ${relation} add constraint ${name} [#if kind == "check"]check (${expression})[#elseif kind == "custom"]${expression}[#else]${(kind == "unique")?then("unique", "primary key")} ([#list keys as column]${column}[#sep], [/#sep][/#list])[/#if];
comment on constraint ${name} on ${relation} is ${mark}
