[#-- set(name, value) --]
set ${name} = ${value}
