[#-- abandon_publications(relation), binds the environment: a cut that was undone --]
update ${relation} set state = 'proven', generation = null, way = null, way_text = null where environment = ? and state = 'publishing'
