[#-- insert_registry_version(relation): binds version, version of assay --]
insert into ${relation} (version, written_by) values (?, ?)
