[#-- abandon_publications(relation): a cut that was undone --]
update ${relation} set state = 'proven', generation = null, previous = null where state = 'publishing'
