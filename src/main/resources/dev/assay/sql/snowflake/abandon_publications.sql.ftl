[#-- abandon_publications(relation): a cut that was undone --]
update ${relation} set state = 'proven', generation = null, way = null, way_text = null where state = 'publishing'
