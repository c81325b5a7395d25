[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row, has_one_column): the rows that the session has brought. Everything
     is said, so that nothing is guessed. Of one column, a null is written as two cells: a blank line would be refused. --]
copy into ${relation} from @${relation.schema}.%${relation.name}
files = ('seed.csv.gz')
file_format = (
  type = csv compression = gzip record_delimiter = '\n' skip_header = 0 field_delimiter = ',' field_optionally_enclosed_by = '"'
  escape = none escape_unenclosed_field = none null_if = () empty_field_as_null = true encoding = 'UTF8' trim_space = false
  error_on_column_count_mismatch = ${(!has_one_column)?c} replace_invalid_characters = false[#if cells_hold_lines] multi_line = true[/#if]
)
on_error = abort_statement purge = true
