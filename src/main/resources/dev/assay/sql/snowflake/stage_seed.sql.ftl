[#-- stage_seed(relation, file, delimiter, cells_hold_lines, longest_row): the file goes to the stage that the table brings with it --]
put ${file?replace("^'", "'file://", "r")} @${relation.schema}.%${relation.name} auto_compress = true source_compression = none overwrite = true
