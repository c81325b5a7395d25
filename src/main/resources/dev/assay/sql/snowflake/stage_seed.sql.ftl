[#-- stage_seed(relation, file, delimiter, cells_hold_lines, longest_row, has_one_column): the session writes the rows to a file of this
     name, for PUT reads * and ? in the user's own name as patterns, and COPY other line ends in another way than our reader --]
put 'file://seed.csv.gz' @${relation.schema}.%${relation.name} auto_compress = false source_compression = gzip overwrite = true
