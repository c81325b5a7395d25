[#-- copy_to_file(relation, location, format, aside, parameters): written beside and renamed, which no address can be --]
copy ${relation} to ${location} (format ${format}[#if aside], use_tmp_file true[/#if][#list parameters as parameter], ${parameter.name} ${parameter.value}[/#list])
