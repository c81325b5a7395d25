[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row): the rows follow, all cells but null in quotes --]
copy ${relation} from stdin (format csv, header false, delimiter ',', quote '"', escape '"', null '', encoding 'UTF8')
