[#-- set_registry_version(relation): binds version, version of assay --]
update ${relation} set version = ?, written_by = ?
