[#-- drop_constraint(name, relation) --]
alter table ${relation} drop constraint ${name}
