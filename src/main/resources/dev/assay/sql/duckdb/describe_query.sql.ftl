[#-- describe_query(query): the names and types of a query's columns --]
describe ${query}
