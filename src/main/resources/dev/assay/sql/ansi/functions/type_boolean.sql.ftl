[#-- type_boolean() --]
boolean
