[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row, has_one_column): the rows follow, all cells but null in quotes --]
copy ${relation} from stdin (format csv, header false, delimiter ',', quote '"', escape '"', null '', encoding 'UTF8')
