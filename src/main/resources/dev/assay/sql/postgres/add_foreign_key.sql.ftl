[#-- add_foreign_key(name, relation, keys, other, other_keys, mark, milliseconds): rows that are there were looked at before; whoever writes the other table is not waited for long --]
set local lock_timeout = ${milliseconds};
alter table ${relation} add constraint ${name} foreign key ([#list keys as column]${column}[#sep], [/#sep][/#list])
  references ${other} ([#list other_keys as column]${column}[#sep], [/#sep][/#list]) deferrable initially deferred not valid;
comment on constraint ${name} on ${relation} is ${mark};
set local lock_timeout = 0
