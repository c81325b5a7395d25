[#-- add_foreign_key(name, relation, keys, other, other_keys, mark): rows that exist were looked at before; a cut limits how long it waits for those who write the other table --]
alter table ${relation} add constraint ${name} foreign key ([#list keys as column]${column}[#sep], [/#sep][/#list])
  references ${other} ([#list other_keys as column]${column}[#sep], [/#sep][/#list]) deferrable initially deferred not valid;
comment on constraint ${name} on ${relation} is ${mark}
