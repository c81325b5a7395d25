[#-- add_registry_key(relation, index, keys): without a key, a publication for all tables refuses every update --]
alter table ${relation} drop constraint if exists ${index.name}, add constraint ${index.name} primary key ([#list keys as key]${key}[#sep], [/#sep][/#list])
