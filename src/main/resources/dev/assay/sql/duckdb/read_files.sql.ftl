[#-- read_files(format, location, parameters) --]
read_${format}(${location}[#list parameters as parameter], ${parameter.name} = ${parameter.value}[/#list])
